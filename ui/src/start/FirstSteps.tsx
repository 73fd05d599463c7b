import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clientListQueryOptions } from '../api/queries';
import { useRoute } from '../desk/route';
import { takeHandedFiles, useHandedFiles } from '../imports/handed';
import { chooseLists } from '../imports/chooseLists';
import { useMatters } from '../matters/state';
import { isTextField } from '../shared/ime';
import { Empty } from '../shared/Empty';

/** Whether the office knows nobody yet. */
export function useKnowsNobody(): boolean {
  const { data } = useQuery(clientListQueryOptions({ find: '', only: 'all', sort: '', descending: false, offset: 0, limit: 0 }));
  return data?.total === 0;
}

/** An office that knows nobody yet: what the screen is for, and what to do first. */
export function FirstSteps({ text }: { text: string }) {
  const { t } = useTranslation();
  const go = useRoute((state) => state.go);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isTextField(document.activeElement)) button.current?.focus();
  }, []);
  const importLists = async () => {
    const files = await chooseLists(t('imports.filter'));
    if (files.length === 0) return;
    takeHandedFiles();
    useHandedFiles.setState({ files });
    go({ page: 'import' });
  };
  return (
    <Empty text={text} next={t('start.nobodyYetNext')}>
      <div style={{ display: 'flex', gap: 8 }}>
        <Button ref={button} size="middle" type="primary" onClick={() => void importLists()} data-testid="first-import">
          {t('start.firstImport')}
        </Button>
        <Button size="middle" onClick={() => useMatters.getState().openNew()} data-testid="first-matter">
          {t('start.firstMatter')}
        </Button>
        <Button size="middle" onClick={() => go({ page: 'policy' })} data-testid="first-policy">
          {t('start.firstPolicy')}
        </Button>
      </div>
    </Empty>
  );
}
