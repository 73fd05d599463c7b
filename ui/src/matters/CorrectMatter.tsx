import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { MatterFieldValue, MatterKinds, MatterPage } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { type Move, moveQuestion } from '../shared/questions';
import { editOf } from './edits';
import { FieldInput } from './FieldInput';
import { Foreseen, useForeseenEdit } from './Foreseen';
import styles from './NewMatter.module.css';
import { TextQuestion } from './WhoQuestion';
import { valueOf } from './wish';

/** A value as the form holds it. */
function typedOf({ field, value, text }: MatterFieldValue): string {
  if (field.kind === 'yes_no') return value === null ? '' : value === false ? 'no' : 'yes';
  return text;
}

/** Corrects what is written about a matter; no import changes it back. */
export function CorrectMatter({ page, kinds, onClose }: { page: MatterPage; kinds: MatterKinds; onClose: () => void }) {
  const { t } = useTranslation();
  const form = useDialogForm();
  const correct = useWrite('edit_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  const { row } = page;
  const isGraded = kinds.kinds.find((kind) => kind.kind === row.matter.kind)?.graded ?? true;
  const asWas: Record<string, string> = {
    no: row.matter.no ?? '',
    severity: row.severity ?? '',
    department: row.department ?? '',
    handler: row.handler ?? '',
    ...Object.fromEntries(page.fields.map((known) => [known.field.id, typedOf(known)])),
  };
  const [typed, setTyped] = useState(asWas);
  const set = (id: string, value: string) => setTyped({ ...typed, [id]: value });
  const move = (from: Element, to: Move) => moveQuestion(form.current, from, to);
  const changed = Object.keys(typed).filter((id) => typed[id] !== asWas[id]);
  const valuesFrom = (source: Record<string, string>) =>
    Object.fromEntries(
      changed.map((id) => {
        const known = page.fields.find((field) => field.field.id === id);
        return [id, known ? valueOf(known.field, source[id] ?? '') : source[id] || null];
      }),
    );
  const edit = { ...editOf(row.matter.id, 'correct'), fields: valuesFrom(typed) };
  const foreseen = useForeseenEdit(changed.length === 0 ? null : edit);
  const save = () => {
    if (changed.length === 0) return onClose();
    if (correct.isPending) return;
    correct.mutate(edit, {
      onSuccess: ({ line }) => {
        onClose();
        showDone(line, () => undo.mutate({ ...edit, fields: valuesFrom(asWas) }));
      },
    });
  };
  return (
    <Modal open title={`${t('matters.correctFields')} · ${row.matter.kind_label} ${row.matter.no ?? ''}`} okText={`${t('matters.save')} Ctrl ↵`} cancelText={t('common.cancel')} okButtonProps={{ loading: correct.isPending, id: 'correct-ok' }} onOk={save} onCancel={onClose} width={560} style={{ top: 40 }}>
      <div
        ref={form}
        className={styles.form}
        data-testid="correct-form"
        onKeyDown={(event) => {
          if (isIme(event) || !event.ctrlKey || event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      >
        {page.fields.map(({ field }) => (
          <FieldInput key={field.id} field={field} value={typed[field.id] ?? ''} onChange={(value) => set(field.id, value)} onMove={move} />
        ))}
        {isGraded && (
          <Field label={t('matters.severity')} question="severity">
            <ChoiceGroup label={t('matters.severity')} testId="correct-severity" choices={kinds.severities.map(({ label, value }) => ({ value: label, label: value }))} value={typed.severity || null} onChange={(value) => set('severity', value)} onMove={move} />
          </Field>
        )}
        <div className={styles.pair}>
          <Field label={t('matters.handler')} question="handler">
            <Select allowClear aria-label={t('matters.handler')} showSearch={{ optionFilterProp: 'label' }} value={typed.handler || undefined} onChange={(value: string | undefined) => set('handler', value ?? '')} options={staff.map((person) => ({ value: person.name, label: `${person.name} · ${person.role}` }))} />
          </Field>
          <Field label={t('matters.department')} question="department">
            <AutoComplete allowClear aria-label={t('matters.department')} value={typed.department} onChange={(value: string | undefined) => set('department', value ?? '')} options={kinds.departments.map((value) => ({ value }))} />
          </Field>
        </div>
        <TextQuestion name="correct-no" label={t('matters.no')} placeholder="" value={typed.no ?? ''} onChange={(value) => set('no', value)} onMove={move} />
        {changed.length > 0 && <Foreseen foresight={foreseen.data} error={foreseen.error} isShort />}
        {correct.error && <Failed error={correct.error} />}
      </div>
    </Modal>
  );
}
