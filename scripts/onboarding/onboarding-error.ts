/** A clan cannot be set up like this. The message says what is wrong and what to do; it holds no secret. */
export class OnboardingError extends Error {
  override readonly name = 'OnboardingError';
}
