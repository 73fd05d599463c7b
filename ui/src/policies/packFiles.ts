import { texts } from '../i18n';
import type { FileFilter } from '../platform/platform';

/** The files in which packs go from office to office. */
export const packFilter = (): FileFilter => ({ name: texts.t('policies.packFile'), extensions: ['huifang-pack'] });

/** The files from which a year's holidays are read. */
export const holidayFilter = (): FileFilter => ({ name: texts.t('holidays.file'), extensions: ['csv', 'txt', 'json'] });
