import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownFieldsQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { ClientFieldBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import fieldStyles from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import styles from './archive.module.css';

const KINDS = ['text', 'number', 'date', 'choice'] as const;
const SEPARATORS = /[\s\u3001\uff0c,]+/;

/** 自设栏目: the office's own fields of clients, in its order. */
export function OwnFieldsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(ownFieldsQueryOptions());
  return data ? <Shown start={data.fields} onClose={onClose} /> : null;
}

const blank = (): ClientFieldBrief => ({ code: '', label: '', kind: 'text', choices: [], own: true });

function Shown({ start, onClose }: { start: ClientFieldBrief[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<ClientFieldBrief[]>(start.length > 0 ? start : [blank()]);
  const save = useWrite('save_own_fields', { failureShownHere: true });
  const form = useDialogForm();
  const set = (at: number, part: Partial<ClientFieldBrief>) => setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const swap = (at: number) => setRows(rows.map((row, index) => (index === at - 1 ? rows[at]! : index === at ? rows[at - 1]! : row)));
  const confirm = () =>
    save.mutate(
      { fields: rows.filter((row) => row.label.trim() !== '' || row.code !== '') },
      {
        onSuccess: (changed) => {
          onClose();
          showDone(changed.line);
        },
      },
    );
  return (
    <Modal open title={t('archive.ownFields')} okText={t('archive.save')} cancelText={t('common.cancel')} onOk={confirm} onCancel={onClose} okButtonProps={{ loading: save.isPending, id: 'own-fields-ok' }} width={760}>
      <div
        ref={form}
        className={styles.fields}
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <p style={{ margin: 0 }}>{t('archive.ownFieldsAbout')}</p>
        {rows.map((row, at) => (
          <div key={at} className={styles.ownField} data-testid="own-field" data-question={`own.${at}`}>
            <input className={fieldStyles.input} aria-label={t('archive.fieldLabel')} placeholder={t('archive.fieldLabel')} data-testid={`own-${at}-label`} value={row.label} onChange={(event) => set(at, { label: event.target.value })} />
            <Select aria-label={t('archive.fieldKind')} value={row.kind} onChange={(kind) => set(at, { kind })} options={KINDS.map((kind) => ({ value: kind, label: t(`archive.kind.${kind}`) }))} />
            {row.kind === 'choice' ? (
              <input
                className={fieldStyles.input}
                aria-label={t('archive.fieldChoices')}
                placeholder={t('archive.fieldChoices')}
                data-testid={`own-${at}-choices`}
                defaultValue={row.choices.join(' ')}
                onBlur={(event) => set(at, { choices: event.target.value.split(SEPARATORS).filter(Boolean) })}
              />
            ) : (
              <span />
            )}
            <Button disabled={at === 0} aria-label={t('archive.moveUp')} onClick={() => swap(at)}>
              ↑
            </Button>
            <Button disabled={at === rows.length - 1} aria-label={t('archive.moveDown')} onClick={() => swap(at + 1)}>
              ↓
            </Button>
            <Button onClick={() => setRows(rows.filter((_, index) => index !== at))}>{t('archive.removeField')}</Button>
          </div>
        ))}
        <div>
          <button type="button" className={styles.link} data-testid="own-add" onClick={() => setRows([...rows, blank()])}>
            + {t('archive.addField')}
          </button>
        </div>
        {save.error && <Failed error={save.error} />}
      </div>
    </Modal>
  );
}
