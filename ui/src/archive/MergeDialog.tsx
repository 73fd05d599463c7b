import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareClientsQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { asWireError } from '../platform';
import type { MergeLook } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { moveQuestion } from '../shared/questions';
import styles from './archive.module.css';

type Props = { a: string; b: string; onClose: () => void; onMerged?: (client: string) => void };

/** Two clients side by side: for each field in which they differ, which one is right. */
export function MergeDialog({ a, b, onClose, onMerged }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(compareClientsQueryOptions(a, b));
  if (error) {
    return (
      <Modal open title={t('archive.merge')} footer={null} onCancel={onClose}>
        <Failed error={asWireError(error)} />
      </Modal>
    );
  }
  return data ? <Shown look={data} onClose={onClose} onMerged={onMerged} /> : null;
}

function Shown({ look, onClose, onMerged }: { look: MergeLook; onClose: () => void; onMerged?: (client: string) => void }) {
  const { t } = useTranslation();
  const merge = useWrite('merge_clients', { failureShownHere: true });
  const part = useWrite('part_clients');
  const box = useDialogForm();
  const [keep, setKeep] = useState<'a' | 'b'>('a');
  const [chosen, setChosen] = useState<Record<string, string>>(() => Object.fromEntries(look.rows.map((row) => [row.field, row.choose])));
  const [isAllShown, setAllShown] = useState(false);
  const differing = look.rows.filter((row) => row.differs);
  const same = look.rows.filter((row) => !row.differs);
  const other = keep === 'a' ? 'b' : 'a';
  const confirm = () => {
    if (merge.isPending) return;
    const take = differing.filter((row) => chosen[row.field] === other).map((row) => row.field);
    merge.mutate(
      { keep: look[keep].id, merge: look[other].id, take },
      {
        onSuccess: (merged) => {
          onClose();
          const undo = () => void part.mutateAsync({ merge: merged.merge }).then((parted) => showDone(parted.line), () => undefined);
          showDone(merged.line, undo);
          onMerged?.(merged.client);
        },
      },
    );
  };
  const onMove = (from: Element, where: 'next' | 'before' | 'onward') => {
    if (!moveQuestion(box.current, from, where) && where !== 'before') document.getElementById('merge-ok')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
  };
  const sides = (a: string, b: string) => [
    { value: 'a', label: a || t('archive.nothing') },
    { value: 'b', label: b || t('archive.nothing') },
  ];
  return (
    <Modal open title={t('archive.merge')} okText={t('archive.mergeOk')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: merge.isPending, id: 'merge-ok' }} width="min(860px, 94vw)">
      <div ref={box} onKeyDown={onKeyDown} style={{ display: 'grid', gap: 10 }} data-testid="merge">
        <p style={{ margin: 0 }}>{t('archive.mergeAbout')}</p>
        {look.notes.map((note) => (
          <p key={note} className={styles.warn} role="alert">
            ▲ {note}
          </p>
        ))}
        <div className={styles.sides}>
          <div className={styles.side} data-question="keep">
            <span>{t('archive.keep')}</span>
            <ChoiceGroup label={t('archive.keep')} testId="merge-keep" choices={sides(look.a.name, look.b.name)} value={keep} onChange={(value) => setKeep(value as 'a' | 'b')} onMove={onMove} />
          </div>
          {differing.map((row) => (
            <div key={row.field} className={styles.side} data-question={row.field} data-testid="merge-row">
              <span>{row.label}</span>
              <ChoiceGroup label={row.label} testId={`merge-${row.field}`} choices={sides(row.a, row.b)} value={chosen[row.field] ?? 'a'} onChange={(value) => setChosen({ ...chosen, [row.field]: value })} onMove={onMove} />
            </div>
          ))}
          {isAllShown &&
            same.map((row) => (
              <div key={row.field} className={styles.side} data-same>
                <span>{row.label}</span>
                <span>{row.a}</span>
              </div>
            ))}
        </div>
        {same.length > 0 && (
          <div>
            <button type="button" className={styles.link} onClick={() => setAllShown(!isAllShown)}>
              {t(isAllShown ? 'archive.hideSame' : 'archive.showSame', { count: same.length })}
            </button>
          </div>
        )}
        <p className={styles.counts}>
          {look.belongings.map((row) => (
            <span key={row.label}>
              {row.label} {row.a} + {row.b}
            </span>
          ))}
        </p>
        {look.along.length > 0 && <p className={styles.counts}>{t('archive.along', { what: look.along.join(' · ') })}</p>}
        {merge.error && <Failed error={merge.error} />}
      </div>
    </Modal>
  );
}
