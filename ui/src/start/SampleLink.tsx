import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeskCommand } from '../api/writes';
import { Failed } from '../shared/Failed';
import styles from './NewOffice.module.css';
import { useStart } from './state';

/** A demonstration office of the sector: one click, nothing to fill in. */
export function SampleLink() {
  const { t } = useTranslation();
  const sector = useStart((state) => state.sector);
  const make = useDeskCommand('sample_office', { failureShownHere: true });
  return (
    <>
      <p className={styles.aside}>
        {t('start.sampleAbout')}
        <Button type="link" loading={make.isPending} onClick={() => make.mutate({ sector: sector ?? 'property', dir: null })} data-testid="sample-office">
          {t('start.sample')}
        </Button>
      </p>
      {make.error && <Failed error={make.error} />}
    </>
  );
}
