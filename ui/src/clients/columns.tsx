import type { TFunction } from 'i18next';
import type { GridColumn } from '../grid/columns';
import type { ClientRow } from '../platform/bindings';
import { shortDay } from '../shared/dates';
import { maskPhone } from '../shared/mask';
import { Tags } from '../shared/Tags';
import styles from './ClientList.module.css';

/** The columns of the archive. Their ids are those of the office's export. */
export function clientColumns(t: TFunction, today: string): GridColumn<ClientRow>[] {
  const due = (day: string) => (day < today ? 'late' : day === today ? 'today' : 'later');
  return [
    { id: 'name', title: t('clients.column.name'), width: 150, text: (row) => row.client.name, sort: 'name' },
    { id: 'place', title: t('clients.column.place'), width: 136, text: (row) => row.client.place ?? '', sort: 'place' },
    { id: 'no', title: t('clients.column.no'), width: 92, text: (row) => row.client.no ?? '', sort: 'no' },
    {
      id: 'phone',
      title: t('clients.column.phone'),
      width: 116,
      text: (row) => row.client.phone ?? '',
      render: (row) => row.client.phone && maskPhone(row.client.phone),
    },
    {
      id: 'next',
      title: t('clients.column.next'),
      width: 122,
      text: (row) => row.next_due ?? '',
      sort: 'next',
      render: (row) => row.next_due && <span className={styles[due(row.next_due)]}>{t(`clients.due.${due(row.next_due)}`, { day: shortDay(row.next_due, today) })}</span>,
    },
    { id: 'open', title: t('clients.column.open'), width: 62, text: (row) => String(row.open), number: (row) => row.open },
    {
      id: 'last',
      title: t('clients.column.last'),
      width: 92,
      text: (row) => row.last_contact ?? '',
      sort: 'last',
      render: (row) => (row.last_contact ? shortDay(row.last_contact, today) : <span className={styles.later}>{t('clients.never')}</span>),
    },
    { id: 'assignee', title: t('clients.column.assignee'), width: 86, text: (row) => row.assignee ?? '' },
    {
      id: 'classes',
      title: t('clients.column.classes'),
      width: 138,
      text: (row) => row.client.tags.join(' · '),
      render: (row) => (
        <span className={styles.tags}>
          <Tags tags={row.client.tags} most={3} />
        </span>
      ),
    },
    { id: 'matters', title: t('clients.column.matters'), width: 62, text: (row) => String(row.matters), number: (row) => row.matters, isExtra: true },
  ];
}
