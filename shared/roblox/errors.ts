import { ServiceError, type ServiceErrorOptions } from '../http/service-error.ts';

/** Roblox said no, or did not answer. Its message never holds the key. */
export class RobloxError extends ServiceError {
  override readonly name = 'RobloxError';
  /** Roblox's own code, as text (`PERMISSION_DENIED`, `0`); undefined: none. */
  readonly code: string | undefined;

  constructor(message: string, options: ServiceErrorOptions & { readonly code?: string | undefined }) {
    super(message, options);
    this.code = options.code;
  }
}
