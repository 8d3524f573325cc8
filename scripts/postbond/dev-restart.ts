/** The exit code with which a development server asks for another process. */
export const RESTART_CODE = 75;
