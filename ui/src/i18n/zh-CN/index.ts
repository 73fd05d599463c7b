import { archive } from './archive';
import { calls } from './calls';
import { clients } from './clients';
import { desk } from './desk';
import { desklist } from './desklist';
import { errors } from './errors';
import { help } from './help';
import { grid } from './grid';
import { forms } from './forms';
import { imports } from './imports';
import { paste } from './paste';
import { matters } from './matters';
import { policies } from './policies';
import { problems } from './problems';
import { reports } from './reports';
import { messages } from './messages';
import { search } from './search';
import { start } from './start';
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
  ...desklist,
  ...search,
  ...start,
  ...messages,
  ...shell,
  ...help,
  ...worklist,
  ...calls,
  ...work,
  ...clients,
  ...archive,
  ...grid,
  ...paste,
  ...matters,
  ...problems,
  ...imports,
  ...reports,
  ...policies,
  ...forms,
  ...errors,
  code: zhCNCodes,
} as const satisfies Catalogue;

/** A catalogue is made of texts under names. */
type Catalogue = { readonly [name: string]: string | Catalogue };
