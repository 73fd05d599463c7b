import { useEffect } from 'react';
import { texts } from '../i18n';
import { host } from '../platform';

/** The title of the window: the program, how much is due, the office; null leaves it to somebody else. */
export function useTitle(office: string | null | undefined, count: number): void {
  useEffect(() => {
    if (office === null) return;
    const title = titleOf(office, count);
    host().setTitle(title).catch(() => undefined);
    document.title = title;
  }, [office, count]);
}

function titleOf(office: string | undefined, count: number): string {
  if (office === undefined) return texts.t('app.name');
  return count > 0 ? texts.t('due.title', { office, count }) : texts.t('app.title', { office });
}
