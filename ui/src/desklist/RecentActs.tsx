import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { recentActsQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { asWireError } from '../platform';
import type { RecentAct } from '../platform/bindings';
import { Empty } from '../shared/Empty';
import { Failed } from '../shared/Failed';
import { isIme, isTextField } from '../shared/ime';
import { isCovered } from '../shared/overlays';
import styles from './desklist.module.css';
import { useRecentActs } from './recentActs';

/** 最近操作: what was done today, each taken back with one press. Ctrl+Z leads here when the bar shows nothing to undo. */
export function RecentActs() {
  const { isOpen, open, close } = useRecentActs();
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      // The bar is asked first: what it has taken back is not taken back twice.
      if (event.defaultPrevented || isIme(event) || !event.ctrlKey || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      if ((isTextField(event.target) && event.target.value !== '') || isCovered()) return;
      open();
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
  return isOpen ? <RecentDialog onClose={close} /> : null;
}

function RecentDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { data: acts = [], error, isPending, refetch } = useQuery(recentActsQueryOptions());
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // antd gives the focus to the cross first.
    const timer = setTimeout(() => buttonsIn(list.current)[0]?.focus());
    return () => clearTimeout(timer);
  }, [isPending]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (isIme(event) || step === undefined) return;
    const buttons = buttonsIn(list.current);
    buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]?.focus();
    event.preventDefault();
  };
  return (
    <Modal open footer={null} width={620} title={t('desklist.recent.title')} onCancel={onClose}>
      <p className={styles.about}>{t('desklist.recent.about')}</p>
      {error && <Failed error={asWireError(error)} onRetry={() => void refetch()} />}
      {!isPending && acts.length === 0 && <Empty text={t('desklist.recent.none')} />}
      <ul ref={list} className={styles.acts} onKeyDown={onKeyDown} data-testid="recent-acts">
        {acts.map((act) => (
          <Act key={act.act} act={act} />
        ))}
      </ul>
    </Modal>
  );
}

function buttonsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('button') ?? [])];
}

function Act({ act }: { act: RecentAct }) {
  const { t } = useTranslation();
  const undo = useWrite('undo_act', { failureShownHere: true });
  return (
    <li data-testid="recent-act" data-state={act.state} className={act.state === 'undone' ? styles.undone : undefined}>
      <time>{act.at}</time>
      <span>
        {act.what}
        {act.by && <small>{act.by}</small>}
        {undo.error && <Failed error={undo.error} />}
      </span>
      {act.state === 'open' ? (
        <Button size="small" data-testid="recent-undo" loading={undo.isPending} onClick={() => undo.mutate({ act: act.act })}>
          {t('desklist.recent.undo')}
        </Button>
      ) : (
        <em>{act.state === 'undone' ? `✓ ${t('desklist.recent.undone')}` : t('desklist.recent.kept')}</em>
      )}
    </li>
  );
}
