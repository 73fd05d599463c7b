import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkClientQueryOptions, clientFormQueryOptions, staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import { useDayWords } from '../i18n/days';
import type { ClientEdit, ClientForm, StaffBrief } from '../platform/bindings';
import { Failed } from '../shared/Failed';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion, moveQuestion } from '../shared/questions';
import { useToday } from '../shared/today';
import { useSettled } from '../shared/useSettled';
import styles from './archive.module.css';
import { BasicFields } from './BasicFields';
import { ContactRows } from './ContactRows';
import { asShown, asWire, filledIn, type Touched } from './edit';
import { MoreFields } from './MoreFields';

/** The checks follow after a rest of so long. */
const REST_MS = 250;

type Props = { client?: string; start?: Partial<ClientEdit>; onClose: () => void; onSaved?: (client: string) => void };

/** A new client, or one whose data are corrected: one form, by keyboard from top to bottom. */
export function ClientDialog({ client, start, onClose, onSaved }: Props) {
  const form = useQuery(clientFormQueryOptions(client ?? null));
  const staff = useQuery(staffListQueryOptions());
  if (!form.data || !staff.data) return null;
  return <Shown form={form.data} start={start} staff={staff.data} onClose={onClose} onSaved={onSaved} />;
}

type ShownProps = { form: ClientForm; start?: Partial<ClientEdit>; staff: StaffBrief[]; onClose: () => void; onSaved?: (client: string) => void };

function Shown({ form, start, staff, onClose, onSaved }: ShownProps) {
  const { t } = useTranslation();
  const today = useToday();
  const words = useDayWords();
  const [edit, setEdit] = useState<ClientEdit>(() => asShown({ ...form.edit, ...start }, staff));
  const [touched, setTouched] = useState<Touched>({ born: false, sex: false });
  const [isTried, setTried] = useState(false);
  const save = useWrite('save_client', { failureShownHere: true });
  const box = useDialogForm();
  const wire = asWire(edit, form, staff, today, words);
  const settled = useSettled(JSON.stringify(wire), REST_MS);
  const { data: checks } = useQuery(checkClientQueryOptions(JSON.parse(settled) as ClientEdit));
  const notes = checks?.notes ?? [];
  const shown = filledIn(edit, checks, touched);
  const set = (part: Partial<ClientEdit>) => {
    setEdit({ ...edit, ...part });
    setTouched({ born: touched.born || 'born' in part, sex: touched.sex || 'sex' in part });
  };
  const missing = edit.name.trim() === '';
  const confirm = () => {
    setTried(true);
    if (missing) return void focusNamedQuestion(box.current, 'name');
    if (save.isPending) return;
    save.mutate(filledIn(wire, checks, touched), {
      onSuccess: (saved) => {
        onClose();
        showDone(saved.line);
        onSaved?.(saved.client);
      },
    });
  };
  const move = (from: Element, where: 'next' | 'before' | 'onward') => {
    if (!moveQuestion(box.current, from, where) && where !== 'before') document.getElementById('client-save')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isIme(event) || event.key !== 'Enter') return;
    if (event.ctrlKey) confirm();
    else if (event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
    else move(event.target, event.shiftKey ? 'before' : 'next');
    event.preventDefault();
  };
  return (
    <Modal
      open
      title={form.edit.client ? t('archive.edit', { name: form.edit.name }) : t('archive.new')}
      onCancel={onClose}
      width="min(1080px, 94vw)"
      style={{ top: 40 }}
      footer={
        <div className={styles.foot}>
          <span>{t(form.edit.client ? 'archive.heldAbout' : 'archive.enterMoves')}</span>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button id="client-save" type="primary" loading={save.isPending} onClick={confirm} data-testid="client-save">
            {t('archive.save')}
          </Button>
        </div>
      }
    >
      <div ref={box} className={styles.form} onKeyDown={onKeyDown} data-testid="client-form">
        <div className={styles.column}>
          <BasicFields form={form} edit={shown} typed={edit} staff={staff} checks={checks} nameMissing={isTried && missing} onSet={set} onMove={move} onLeave={onClose} />
        </div>
        <div className={styles.column}>
          <h3>{t('archive.contacts')}</h3>
          <ContactRows contacts={edit.contacts} relations={form.relations} notes={notes} onChange={(contacts) => set({ contacts })} onLeave={onClose} />
          <MoreFields form={form} edit={edit} onSet={set} onMove={move} />
        </div>
        {save.error && <Failed error={save.error} />}
      </div>
    </Modal>
  );
}
