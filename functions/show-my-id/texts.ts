/** Every text of `/show-my-id`. */
export const texts = {
  command: 'Your Discord id',
  // A block of code of its own: phones copy it with one touch.
  id: (id: string) => `Your Discord id:\n\`\`\`\n${id}\n\`\`\``,
} as const;
