import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterFieldsQueryOptions, worklistQueryOptions } from '../api/queries';
import { useWrite } from '../api/writes';
import type { FilterCondition, FilterField, SavedView, ViewFilter } from '../platform/bindings';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import { Failed } from '../shared/Failed';
import { Field } from '../shared/Field';
import fields from '../shared/fields.module.css';
import { isIme } from '../shared/ime';
import { showDone } from '../shared/notices';
import { useDialogForm } from '../shared/overlays';
import { focusNamedQuestion } from '../shared/questions';
import { useWorklistState } from '../worklist/state';
import { ConditionRow } from './ConditionRow';
import styles from './desklist.module.css';

const FIRST: FilterCondition = { field: 'place', relation: 'begins', values: [] };

/** Whether every condition has its value: a code may be empty (nobody is assigned), a text or number may not. */
function isComplete(filter: ViewFilter, known: FilterField[]): boolean {
  const isGiven = ({ field, values }: FilterCondition) => {
    const kind = known.find((other) => other.field === field)?.kind;
    return values.length > 0 && (kind === 'choices' || values.every((value) => (kind === 'number' ? /^\d{1,4}$/.test(value.trim()) : value.trim() !== '')));
  };
  return filter.conditions.every(isGiven);
}

/** A view: its name, and its conditions as a sentence — 满足 全部/任一 条件:字段 · 关系 · 值. */
export function ViewEditor({ view, onClose }: { view: SavedView | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: known = [] } = useQuery(filterFieldsQueryOptions());
  const save = useWrite('save_view', { failureShownHere: true });
  const remove = useWrite('delete_view', { failureShownHere: true });
  const { show } = useWorklistState();
  const [name, setName] = useState(view?.name ?? '');
  const [filter, setFilter] = useState<ViewFilter>(view?.filter ?? { all: true, conditions: [FIRST] });
  const [isTried, setTried] = useState(false);
  const form = useDialogForm();
  const whole = isComplete(filter, known);
  const query = { tab: 'all', whose: 'all', filter, tasks: [], find: '', offset: 0, limit: 0 };
  const { data: listed } = useQuery({ ...worklistQueryOptions(query), enabled: whole, gcTime: 0 });
  const badName = name.trim() === '';
  const change = (at: number, condition: FilterCondition | null) =>
    setFilter({ ...filter, conditions: filter.conditions.flatMap((old, index) => (index !== at ? old : (condition ?? []))) });
  const confirm = () => {
    setTried(true);
    if (badName || !whole) return void focusNamedQuestion(form.current, badName ? 'name' : 'conditions');
    if (save.isPending) return;
    const saved = (written: { view: string; line: string }) => {
      onClose();
      show({ instead: { kind: 'view', view: written.view } });
      showDone(written.line);
    };
    save.mutate({ view: view?.view ?? null, name: name.trim(), filter }, { onSuccess: saved });
  };
  const drop = () => {
    if (!view) return;
    const back = () => save.mutate({ view: null, name: view.name, filter: view.filter });
    const gone = () => {
      onClose();
      show({ instead: null });
      showDone(t('desklist.view.deleted', { name: view.name }), back);
    };
    remove.mutate({ view: view.view }, { onSuccess: gone });
  };
  return (
    <Modal
      open
      title={t(view ? 'desklist.view.editTitle' : 'desklist.view.newTitle')}
      onCancel={onClose}
      width={640}
      footer={
        <div className={styles.foot}>
          {view && (
            <Button danger data-testid="view-delete" onClick={drop}>
              {t('desklist.view.remove')}
            </Button>
          )}
          <span data-testid="view-lists" role="status">
            {whole ? listed && t('desklist.view.lists', { count: listed.total }) : t('desklist.view.unclear')}
          </span>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" id="view-ok" loading={save.isPending} onClick={confirm}>
            {t('desklist.view.save')}
          </Button>
        </div>
      }
    >
      <div
        ref={form}
        style={{ display: 'grid', gap: 14 }}
        data-testid="view-editor"
        onKeyDown={(event) => {
          if (!isIme(event) && event.ctrlKey && event.key === 'Enter') confirm();
        }}
      >
        <Field label={t('desklist.view.name')} question="name" required error={isTried && badName ? t('desklist.view.nameNeeded') : undefined}>
          <input
            className={fields.input}
            aria-label={t('desklist.view.name')}
            placeholder={t('desklist.view.namePlaceholder')}
            data-testid="view-name"
            maxLength={20}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className={styles.sentence}>
          {t('desklist.view.meets')}
          <ChoiceGroup
            quiet
            label={t('desklist.view.meets')}
            testId="view-all"
            choices={[
              { value: 'all', label: t('desklist.view.all') },
              { value: 'any', label: t('desklist.view.any') },
            ]}
            value={filter.all ? 'all' : 'any'}
            onChange={(value) => setFilter({ ...filter, all: value === 'all' })}
          />
          {t('desklist.view.conditions')}
        </div>
        <div data-question="conditions" className={styles.conditions}>
          {filter.conditions.map((condition, at) => (
            <ConditionRow key={at} fields={known} condition={condition} onChange={(next) => change(at, next)} onDrop={() => change(at, null)} />
          ))}
          <button type="button" className={styles.plain} data-testid="condition-add" onClick={() => setFilter({ ...filter, conditions: [...filter.conditions, FIRST] })}>
            {t('desklist.view.addCondition')}
          </button>
        </div>
        {(save.error ?? remove.error) && <Failed error={(save.error ?? remove.error)!} />}
      </div>
    </Modal>
  );
}
