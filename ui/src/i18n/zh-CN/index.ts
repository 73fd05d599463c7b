import { clients } from './clients';
import { desk } from './desk';
import { errors } from './errors';
import { imports } from './imports';
import { policies } from './policies';
import { problems } from './problems';
import { reports } from './reports';
import { search } from './search';
import { shell } from './shell';
import { work } from './work';
import { worklist } from './worklist';
import { zhCNCodes } from './codes';

/**
 * The catalogue: every word that the page says, a file a screen. Chinese is the source. Keys are dotted by screen; `code.*` are the
 * words for codes of the wire. Commas and brackets are half-width, as on the office's own papers.
 */
export const zhCN = {
  ...desk,
  ...search,
  ...shell,
  ...worklist,
  ...work,
  ...clients,
  ...problems,
  ...imports,
  ...reports,
  ...policies,
  ...errors,
  code: zhCNCodes,
} as const satisfies Catalogue;

/** A catalogue is made of texts under names. */
type Catalogue = { readonly [name: string]: string | Catalogue };
