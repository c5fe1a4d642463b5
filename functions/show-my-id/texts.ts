import { catalogue } from '../../shared/languages/catalogue.ts';

// A block of code of its own: phones copy it with one touch.
const block = (id: string) => `\`\`\`\n${id}\n\`\`\``;

/** Every text of `/show-my-id`. */
export const texts = catalogue({
  en: {
    command: { name: 'show-my-id', description: 'Your Discord id' },
    id: (id: string) => `Your Discord id:\n${block(id)}`,
  },
  de: {
    command: { name: 'meine-id', description: 'Deine Discord-ID' },
    id: (id) => `Deine Discord-ID:\n${block(id)}`,
  },
  'es-ES': {
    command: { name: 'mi-id', description: 'Tu ID de Discord' },
    id: (id) => `Tu ID de Discord:\n${block(id)}`,
  },
  fr: {
    command: { name: 'mon-id', description: 'Ton identifiant Discord' },
    id: (id) => `Ton identifiant Discord :\n${block(id)}`,
  },
  'pt-BR': {
    command: { name: 'meu-id', description: 'Seu ID do Discord' },
    id: (id) => `Seu ID do Discord:\n${block(id)}`,
  },
});
