import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { staffListQueryOptions } from '../api/queries';
import { ChoiceGroup } from '../shared/ChoiceGroup';
import styles from './Matters.module.css';
import { useMatters } from './state';

/** Which matters are looked at, and how. */
export function Filters({ departments }: { departments: string[] }) {
  const { t } = useTranslation();
  const { department, handler, overdue, find, layout, look } = useMatters();
  const { data: staff = [] } = useQuery(staffListQueryOptions());
  return (
    <div className={styles.filters}>
      <input className={styles.find} type="search" aria-label={t('matters.find')} placeholder={t('matters.find')} data-testid="matters-find" value={find} onChange={(event) => look({ find: event.target.value })} />
      <Select
        allowClear
        size="middle"
        aria-label={t('matters.department')}
        data-testid="matters-department"
        placeholder={t('matters.allDepartments')}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 150 }}
        value={department}
        onChange={(value: string | undefined) => look({ department: value ?? null })}
        options={departments.map((value) => ({ value, label: value }))}
      />
      <Select
        allowClear
        size="middle"
        aria-label={t('matters.handler')}
        data-testid="matters-handler"
        placeholder={t('matters.allHandlers')}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: 160 }}
        value={handler}
        onChange={(value: string | undefined) => look({ handler: value ?? null })}
        options={staff.map((person) => ({ value: person.id, label: `${person.name} · ${person.role}` }))}
      />
      <Checkbox data-testid="matters-overdue" checked={overdue} onChange={(event) => look({ overdue: event.target.checked })}>
        {t('matters.onlyOverdue')}
      </Checkbox>
      <span className={styles.layout}>
        <ChoiceGroup quiet label={t('matters.layout')} testId="matters-layout" choices={[{ value: 'board', label: t('matters.board') }, { value: 'list', label: t('matters.list') }]} value={layout} onChange={(value) => look({ layout: value as 'board' | 'list' })} />
      </span>
    </div>
  );
}
