import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { codesOf, codeText } from '../i18n/codes';
import type { ImportResult } from '../platform/bindings';
import { fieldChoices } from './fields';
import styles from './ImportPage.module.css';
import { ProblemTable } from './ProblemTable';
import { Tally } from './Tally';

type Props = {
  result: ImportResult;
  onKind: (kind: string) => void;
  onMap: (column: string, field: string) => void;
};

/** One file as it was understood: its kind, its columns, its first rows, what is wrong. */
export function FileLook({ result, onKind, onMap }: Props) {
  const { t } = useTranslation();
  const choices = fieldChoices(result.as, result.columns);
  return (
    <div className={styles.card} data-testid="import-file">
      <div className={styles.fileHead}>
        <h2 title={result.file}>{result.file}</h2>
        <span className={styles.about}>{t('imports.rows', { count: result.rows })}</span>
        <label>
          {t('imports.kind')}
          <Select
            data-testid="import-kind"
            aria-label={t('imports.kind')}
            style={{ width: 150 }}
            value={result.as}
            onChange={onKind}
            showSearch={{ optionFilterProp: 'label' }}
            options={codesOf('importKind').some((kind) => kind.value === result.as) ? codesOf('importKind') : [{ value: result.as, label: codeText('importKind', result.as) }, ...codesOf('importKind')]}
          />
        </label>
      </div>
      <Tally result={result} />
      <div className={styles.scroll}>
        <table className={styles.table} data-testid="import-columns">
          <thead>
            <tr>
              {result.columns.map((column, index) => (
                <th key={`${column.label}/${index}`}>
                  <span>{column.label}</span>
                  <Select
                    aria-label={`${column.label} ${t('imports.columnField')}`}
                    style={{ width: '100%', minWidth: 112 }}
                    value={column.value}
                    onChange={(field) => onMap(column.label, field)}
                    showSearch={{ optionFilterProp: 'label' }}
                    popupMatchSelectWidth={false}
                    options={column.value === '' ? [{ value: '', label: t('imports.columnKept') }, ...choices] : choices}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.preview.map((cells, index) => (
              <tr key={index}>
                {cells.map((cell, column) => (
                  <td key={column} title={cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemTable rejected={result.rejected} warnings={result.warnings} />
    </div>
  );
}
