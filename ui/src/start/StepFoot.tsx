import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../shared/Kbd';
import styles from './NewOffice.module.css';
import { useStart } from './state';

/** Back and on. */
export function StepFoot({ onOnward, isFirst }: { onOnward: () => void; isFirst?: boolean }) {
  const { t } = useTranslation();
  const back = useStart((state) => state.back);
  return (
    <div className={styles.foot}>
      {!isFirst && (
        <Button size="middle" onClick={back} data-testid="step-back">
          {t('start.back')}
        </Button>
      )}
      <Button size="middle" type="primary" onClick={onOnward} data-testid="step-onward">
        {t('start.onward')} <Kbd>Enter</Kbd>
      </Button>
    </div>
  );
}
