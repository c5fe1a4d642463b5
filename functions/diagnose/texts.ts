import { catalogue } from '../../shared/languages/catalogue.ts';
import { de } from './texts-de.ts';
import { en } from './texts-en.ts';
import { es } from './texts-es.ts';
import { fr } from './texts-fr.ts';
import { pt } from './texts-pt.ts';

/** Every text of `/diagnose`. */
export const texts = catalogue({ en, de, 'es-ES': es, fr, 'pt-BR': pt });
