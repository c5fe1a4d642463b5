/** A clan cannot be set up like this. The message says what is wrong and what to do; it holds no secret. */
export class OnboardingError extends Error {
  override readonly name: string = 'OnboardingError';
}

/** Roblox does not show that group to that key: either of the two may be the wrong one. */
export class WrongGroupError extends OnboardingError {
  override readonly name = 'WrongGroupError';
}
