import { host } from '../platform';

const ENDINGS = ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv', 'txt'];

/** Lets the person choose lists; none when he thought better of it. `filter`: what they are called in the dialog. */
export const chooseLists = (filter: string): Promise<string[]> => host().chooseFiles([{ name: filter, extensions: ENDINGS }]);
