import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeText } from '../i18n/codes';
import type { MessageRow } from '../platform/bindings';
import { copyText } from '../shared/copyText';
import { maskPhone } from '../shared/mask';
import { showDone } from '../shared/notices';
import { type ListHandle, WindowedList } from '../shared/WindowedList';
import styles from './Messages.module.css';
import { useMessages } from './state';

const ROW_HEIGHT = 62;

/** The messages, each with whom it goes to; Enter or the button copies one, and the next is selected. */
export function MessageList({ rows, total }: { rows: MessageRow[]; total: number }) {
  const { t } = useTranslation();
  const { leaveOut, set } = useMessages();
  const [selected, setSelected] = useState(0);
  const handle = useRef<ListHandle>(null);
  const index = Math.min(selected, rows.length - 1);
  const copy = async (at: number) => {
    const row = rows[at];
    if (!row) return;
    const done = await copyText(row.text);
    showDone(done ? t('messages.copied', { name: row.name }) : t('messages.notCopied'));
    if (done) setSelected(Math.min(at + 1, rows.length - 1));
    handle.current?.focus();
  };
  return (
    <div className={styles.list}>
      {rows.length < total && <p className={styles.fine}>{t('messages.shownOf', { count: rows.length })}</p>}
      <WindowedList
        label={t('messages.whom')}
        testId="message-list"
        handle={handle}
        total={rows.length}
        rowAt={(at) => rows[at]}
        rowHeight={ROW_HEIGHT}
        selected={index}
        onSelect={setSelected}
        onOpen={(at) => void copy(at)}
        onRange={ignoreRange}
        attributes={(row) => ({ id: `message-${row.key}`, testId: 'message-row', data: { 'data-client': row.client } })}
        render={(row, at) => (
          <div className={styles.message}>
            <div className={styles.who}>
              <strong title={row.name}>{row.name}</strong>
              <small>{row.place}</small>
              <small className={styles.address}>{/^\d{11}$/.test(row.address) ? maskPhone(row.address) : row.address}</small>
              <small title={codeText('messageEffect', row.effect)} data-effect={row.effect}>
                {codeText('messageEffect', row.effect)}
              </small>
            </div>
            <p title={row.text}>{row.text}</p>
            <small className={styles.about}>
              {row.about}
              {row.before && <em> ▲ {row.before}</em>}
            </small>
            <span className={styles.tools}>
              <Button tabIndex={-1} onClick={() => void copy(at)} data-testid="copy-one">
                {t('messages.copy')}
              </Button>
              <Button tabIndex={-1} type="text" aria-label={t('messages.leaveOut', { name: row.name })} onClick={() => set({ leaveOut: [...leaveOut, row.key] })} data-testid="leave-out">
                ✕
              </Button>
            </span>
          </div>
        )}
      />
    </div>
  );
}

/** Every row is here already: nothing to ask for. */
function ignoreRange(): void {}
