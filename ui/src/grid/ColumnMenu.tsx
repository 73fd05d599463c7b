import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Arrangement, AS_IT_COMES, type GridColumn, inOrder, isShown, withStep } from './columns';
import styles from './Grid.module.css';

type Props<Row> = { columns: readonly GridColumn<Row>[]; arrangement: Arrangement; onChange: (next: Arrangement) => void };

/** 列: which columns are shown, and in which order. */
export function ColumnMenu<Row>({ columns, arrangement, onChange }: Props<Row>) {
  const { t } = useTranslation();
  const list = (
    <div className={styles.menu} data-testid="grid-columns">
      {inOrder(columns, arrangement).map((column, at) => (
        <div key={column.id} className={styles.choice}>
          <label>
            <input
              type="checkbox"
              checked={at === 0 || isShown(column, arrangement)}
              disabled={at === 0}
              data-testid={`grid-show-${column.id}`}
              onChange={(event) => onChange({ ...arrangement, shown: { ...arrangement.shown, [column.id]: event.target.checked } })}
            />
            {column.title}
            {at === 0 && <small>{t('grid.frozen')}</small>}
          </label>
          {at > 0 && isShown(column, arrangement) && (
            <span>
              <button type="button" aria-label={t('grid.left', { title: column.title })} data-testid={`grid-left-${column.id}`} onClick={() => onChange(withStep(columns, arrangement, column.id, -1))}>
                ↑
              </button>
              <button type="button" aria-label={t('grid.right', { title: column.title })} data-testid={`grid-right-${column.id}`} onClick={() => onChange(withStep(columns, arrangement, column.id, 1))}>
                ↓
              </button>
            </span>
          )}
        </div>
      ))}
      <Button block onClick={() => onChange(AS_IT_COMES)} data-testid="grid-reset">
        {t('grid.reset')}
      </Button>
      <p>{t('grid.menuHint')}</p>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <Button data-testid="grid-columns-open">{t('grid.columns')} ▾</Button>
    </Popover>
  );
}
