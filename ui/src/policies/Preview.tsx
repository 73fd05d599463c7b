import { Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyPreview, PreviewList } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { useToday } from '../shared/today';
import { LoadChart } from './LoadChart';
import styles from './Preview.module.css';

const LISTS = ['new', 'moved', 'withdrawn', 'left_alone'] as const;

/** How many people are told of; the others have less to do. */
const MOST_PEOPLE = 6;

/**
 * What a change would do on the office's own data: counts that open their lists, the load, the first names. In brief, for
 * a dialog, without the load of each person.
 */
export function Preview({ preview, isBrief = false }: { preview: PolicyPreview; isBrief?: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<(typeof LISTS)[number] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // It appears below what was filled in; who asked for it should see it.
  useEffect(() => {
    // Newer webviews answer with a promise, which is no way to end an effect.
    void box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [preview]);
  const total = preview.weeks.reduce((sum, week) => sum + week.now + week.then, 0);
  const changes = LISTS.reduce((sum, list) => sum + preview[list].count, preview.reworded);
  return (
    <div ref={box} className={styles.box} data-testid="preview">
      <div className={styles.cards}>
        {LISTS.map((list) => (
          <button key={list} type="button" className={styles.card} disabled={preview[list].count === 0} data-testid={`preview-${list}`} onClick={() => setOpen(list)}>
            <b>{preview[list].count}</b>
            {t(`policies.preview.${list}`)}
          </button>
        ))}
      </div>
      {changes === 0 && <p className={styles.words}>{t('policies.changesNothing')}</p>}
      {preview.backlog > 0 && <p className={styles.words}>{t('policies.previewBacklog', { count: preview.backlog })}</p>}
      {preview.reworded > 0 && <p className={styles.words}>{t('policies.reworded', { count: preview.reworded })}</p>}
      {preview.failures > 0 && <p className={styles.words}>{t('policies.failures', { count: preview.failures })}</p>}
      {total === 0 ? <p className={styles.words}>{t('policies.noLoad')}</p> : <Load preview={preview} isBrief={isBrief} />}
      {open && <Names title={t(`policies.preview.${open}`)} list={preview[open]} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Load({ preview, isBrief }: { preview: PolicyPreview; isBrief: boolean }) {
  const { t } = useTranslation();
  const busiest = preview.weeks.reduce((most, week) => (week.then > most.then ? week : most));
  return (
    <>
      <LoadChart weeks={preview.weeks} />
      <p className={styles.words}>{t('policies.busiest', { week: busiest.week, count: busiest.then, day: busiest.monday })}</p>
      {!isBrief && <People preview={preview} />}
    </>
  );
}

function People({ preview }: { preview: PolicyPreview }) {
  const { t } = useTranslation();
  const people = preview.people.slice(0, MOST_PEOPLE);
  const others = preview.people.length - people.length;
  return (
    <>
      <table className={styles.people}>
        <thead>
          <tr>
            <th>{t('policies.person')}</th>
            <th>{t('policies.loadNow')}</th>
            <th>{t('policies.loadThen')}</th>
            <th>{t('policies.perWeek')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.who}>
              <td>{person.who}</td>
              <td>{person.now}</td>
              <td>{person.then}</td>
              <td>{person.busiest}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && <p className={styles.words}>{t('policies.otherPeople', { count: others })}</p>}
    </>
  );
}

/** The first twenty of a list, each with its reason. */
function Names({ title, list, onClose }: { title: string; list: PreviewList; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const more = list.count > list.rows.length ? t('policies.firstOf', { shown: list.rows.length, count: list.count }) : t('common.items', { count: list.count });
  return (
    <Modal open title={`${title} · ${more}`} footer={null} onCancel={onClose} width={680}>
      <div className={styles.names} tabIndex={0} role="region" aria-label={title} data-testid="preview-names">
        {list.rows.map((row) => (
          <div key={row.task} className={styles.name}>
            <time>
              {row.was && row.was !== row.due && <s>{shortDay(row.was, today)}</s>} {shortDay(row.due, today)}
            </time>
            <strong>{[row.client, row.no, row.title].filter(Boolean).join(' · ')}</strong>
            <p>{row.because}</p>
          </div>
        ))}
      </div>
    </Modal>
  );
}
