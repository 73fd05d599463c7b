import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { matterKindsQueryOptions } from '../api/queries';
import { asWireError } from '../platform';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { isCovered, useFocusReturns } from '../shared/overlays';
import { NewMatterForm } from './NewMatterForm';
import { useMatters } from './state';

/** Ctrl+N registers a matter from anywhere. */
export function NewMatterHost() {
  const { isNewOpen, openNew } = useMatters();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'n';
      if (!wanted || isIme(event)) return;
      event.preventDefault();
      if (!isCovered()) openNew();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [openNew]);
  return isNewOpen ? <NewMatter /> : null;
}

function NewMatter() {
  const { t } = useTranslation();
  const { closeNew } = useMatters();
  const { data, error, refetch } = useQuery(matterKindsQueryOptions());
  useFocusReturns();
  return (
    <Modal open title={t('matters.new')} width={940} style={{ top: 40 }} footer={null} onCancel={closeNew} mask={{ closable: false }}>
      {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
      {data && <NewMatterForm kinds={data} />}
    </Modal>
  );
}
