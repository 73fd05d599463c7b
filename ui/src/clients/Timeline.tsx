import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsignedBar } from '../attachments/UnsignedBar';
import { MoveDialog } from '../calls/MoveDialog';
import { CorrectRecordDialog } from '../corrections/CorrectRecordDialog';
import type { TimelineItem } from '../platform/bindings';
import { ActionMenu } from '../shared/ActionMenu';
import { shortDay } from '../shared/dates';
import { Empty } from '../shared/Empty';
import { Written } from '../shared/Phone';
import { useToday } from '../shared/today';
import { CorrectDialog, type Correction } from './CorrectDialog';
import styles from './Timeline.module.css';
import { VoidDialog } from './VoidDialog';

/** What happened with this client, newest first. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const [voided, setVoided] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const [corrected, setCorrected] = useState<string | null>(null);
  const [correction, setCorrection] = useState<Correction | null>(null);
  return (
    <div>
      {items.length === 0 && <Empty text={t('clients.noTimeline')} />}
      <ol className={styles.timeline} data-testid="timeline">
        {items.map((item, index) => (
          <li key={`${item.on}/${index}`} data-tone={item.tone} data-kind={item.kind} data-testid="timeline-item">
            <time>{shortDay(item.on, today)}</time>
            <i aria-hidden="true" />
            <div className={styles.box}>
              <div className={styles.title}>
                <strong>{item.title}</strong>
                <ItemMenu item={item} onVoid={setVoided} onMove={setMoved} onCorrectRecord={setCorrected} onCorrect={setCorrection} />
              </div>
              {item.lines.map((line) => (
                <p key={line}>
                  <Written text={line} />
                </p>
              ))}
              {item.unsigned && item.record !== null && <UnsignedBar record={item.record} />}
            </div>
          </li>
        ))}
      </ol>
      {moved !== null && <MoveDialog record={moved} onClose={() => setMoved(null)} />}
      {voided !== null && <VoidDialog record={voided} onClose={() => setVoided(null)} />}
      {corrected !== null && <CorrectRecordDialog record={corrected} onClose={() => setCorrected(null)} />}
      {correction && <CorrectDialog correction={correction} onClose={() => setCorrection(null)} />}
    </div>
  );
}

type MenuProps = {
  item: TimelineItem;
  onVoid: (record: string) => void;
  onMove: (record: string) => void;
  onCorrectRecord: (record: string) => void;
  onCorrect: (correction: Correction) => void;
};

/** What a person may correct about a happening; nothing where there is nothing. A letter in reply answers complaints only. */
function ItemMenu({ item, onVoid, onMove, onCorrectRecord, onCorrect }: MenuProps) {
  const { t } = useTranslation();
  const { record } = item;
  const matter = item.matter_kind === 'complaint' ? item.matter : null;
  const correct = (value: boolean) => ({ matter: matter ?? '', title: item.title, field: 'reply_only', value });
  const items = [
    ...(record ? [{ key: 'correct', label: <span data-testid="correct-record">{t('corrections.open')}…</span>, onClick: () => onCorrectRecord(record) }] : []),
    ...(record ? [{ key: 'void', label: <span data-testid="void-record">{t('clients.void')}…</span>, onClick: () => onVoid(record) }] : []),
    ...(record ? [{ key: 'move', label: <span data-testid="move-record">{t('calls.move.item')}…</span>, onClick: () => onMove(record) }] : []),
    ...(matter
      ? [
          { key: 'reply', label: <span data-testid="reply-only">{t('clients.replyOnly')}…</span>, onClick: () => onCorrect(correct(true)) },
          { key: 'no-reply', label: <span data-testid="not-reply-only">{t('clients.notReplyOnly')}…</span>, onClick: () => onCorrect(correct(false)) },
        ]
      : []),
  ];
  if (items.length === 0) return null;
  return (
    <ActionMenu items={items}>
      <button type="button" className={styles.more} aria-label={t('sheet.more')} data-testid="item-menu">
        ⋯
      </button>
    </ActionMenu>
  );
}
