/** A refusal in Resend's shape: `{ statusCode, name, message }`. The names are those of the SDK's `RESEND_ERROR_CODE_KEY`. */
export type RefusalName =
  | "application_error"
  | "internal_server_error"
  | "invalid_api_key"
  | "invalid_idempotency_key"
  | "invalid_idempotent_request"
  | "method_not_allowed"
  | "missing_api_key"
  | "missing_required_field"
  | "rate_limit_exceeded"
  | "validation_error";

export class MailRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalName,
    message: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = "MailRefusal";
  }

  response(): Response {
    const body = { statusCode: this.status, name: this.code, message: this.message };
    return Response.json(body, { status: this.status, headers: this.headers });
  }
}
