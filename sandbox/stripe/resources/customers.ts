/** Customers: who pays. */
import type Stripe from "stripe";
import { emit } from "../webhooks/emit";
import { type Call, endpoint } from "../wire/endpoint";
import { listPage } from "../wire/list";
import { mergeMetadata } from "../wire/metadata";
import { anything, boolean, emptyable, expand, integer, metadata, page, range, text } from "../wire/params";
import { missing } from "../wire/refusal";
import type { StoredCustomer, World } from "../world";

const shared = {
  address: anything,
  balance: integer,
  business_name: emptyable(text),
  cash_balance: anything,
  description: emptyable(text),
  email: emptyable(text),
  expand,
  individual_name: emptyable(text),
  invoice_prefix: text,
  invoice_settings: anything,
  metadata,
  name: emptyable(text),
  next_invoice_sequence: integer,
  phone: emptyable(text),
  preferred_locales: anything,
  shipping: anything,
  source: text,
  tax: anything,
  tax_exempt: anything,
  validate: boolean,
};

/** @throws StripeRefusal resource_missing; a deleted customer is missing too when `alive` is asked for */
export function findCustomer(world: World, scope: string, id: string, param = "id"): StoredCustomer {
  const customer = world.tables.customers.within(scope, id);
  if (!customer || (param !== "id" && customer.deleted)) throw missing("customer", id, param);
  return customer;
}

type NewCustomer = Pick<
  Stripe.CustomerCreateParams,
  "email" | "name" | "metadata" | "description" | "phone" | "preferred_locales" | "balance"
>;

export function createCustomer(world: World, scope: string, params: NewCustomer): Stripe.Customer {
  const customer: Stripe.Customer = {
    id: world.newId("cus"),
    object: "customer",
    address: null,
    balance: params.balance ?? 0,
    created: world.now_s(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: params.description || null,
    discount: null,
    email: params.email || null,
    invoice_prefix: world.newId("inv").slice(4, 12).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name || null,
    next_invoice_sequence: 1,
    phone: params.phone || null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
  world.tables.customers.insert(scope, customer);
  emit(world, "customer.created", customer, { scope });
  return customer;
}

function updateCustomer({ world, scope, path }: Call, params: Stripe.CustomerUpdateParams): object {
  const customer = findCustomer(world, scope, path("id"));
  if (customer.deleted) throw missing("customer", path("id"));
  const alive = customer as Stripe.Customer;
  alive.metadata = mergeMetadata(alive.metadata, params.metadata);
  for (const field of ["email", "name", "description", "phone"] as const)
    if (params[field] !== undefined) alive[field] = params[field] || null;
  if (params.preferred_locales) alive.preferred_locales = params.preferred_locales;
  if (params.balance !== undefined) alive.balance = params.balance;
  world.tables.customers.save(alive);
  emit(world, "customer.updated", alive, { scope });
  return alive;
}

function deleteCustomer({ world, scope, path }: Call): object {
  const customer = findCustomer(world, scope, path("id"));
  const gone: Stripe.DeletedCustomer = { id: customer.id, object: "customer", deleted: true };
  if (!customer.deleted) emit(world, "customer.deleted", customer, { scope });
  return world.tables.customers.save(gone);
}

export const customerEndpoints = [
  endpoint<Stripe.CustomerCreateParams>(
    "POST",
    "/v1/customers",
    { ...shared, payment_method: text, tax_id_data: anything, test_clock: text },
    ({ world, scope }, params) => createCustomer(world, scope, params),
  ),
  endpoint<Stripe.CustomerListParams>(
    "GET",
    "/v1/customers",
    { ...page, created: range, email: text, test_clock: text },
    ({ world, scope }, params) =>
      listPage(
        {
          table: world.tables.customers,
          scope,
          by: params.email ? ["email", params.email] : undefined,
          where: (customer) => !customer.deleted,
          url: "/v1/customers",
          thing: "customer",
        },
        params,
      ),
  ),
  endpoint<Stripe.CustomerRetrieveParams>("GET", "/v1/customers/:id", { expand }, ({ world, scope, path }) =>
    findCustomer(world, scope, path("id")),
  ),
  endpoint<Stripe.CustomerUpdateParams>(
    "POST",
    "/v1/customers/:id",
    { ...shared, default_source: text },
    updateCustomer,
  ),
  endpoint<object>("DELETE", "/v1/customers/:id", {}, deleteCustomer),
];
