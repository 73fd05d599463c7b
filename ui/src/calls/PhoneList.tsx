import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '../platform/bindings';
import { Phone } from '../shared/Phone';
import sheet from '../worklist/CallSheet.module.css';
import styles from './Calls.module.css';

type Props = { detail: TaskDetail; chosen: string | null; onChoose?: (phone: string) => void; phoneShown: boolean; onPhone: () => void };

/** The client's numbers: which one is rung, and which turned out to be wrong. */
export function PhoneList({ detail, chosen, onChoose, phoneShown, onPhone }: Props) {
  const { t } = useTranslation();
  const { phones, calling, row } = detail;
  const isAllWrong = phones.length > 0 && phones.every((phone) => calling.wrong.includes(phone.value));
  return (
    <>
      <div className={sheet.phones}>
        {phones.length === 0 && <span className={sheet.mute}>{t('sheet.noPhone')}</span>}
        {phones.map((phone, index) => {
          const isWrong = calling.wrong.includes(phone.value);
          const isChosen = phone.value === chosen;
          return (
            <div key={`${phone.label}${phone.value}`} className={isChosen ? sheet.mainPhone : undefined} data-testid="phone-line" data-wrong={isWrong || undefined}>
              <span className={sheet.phoneLabel} title={phone.label}>
                {phone.label}
              </span>
              <span className={styles.number}>
                <span className={isWrong ? styles.struck : undefined}>
                  <Phone phone={phone.value} open={phoneShown} onToggle={onPhone} keyName={index === 0 ? 'F8' : undefined} />
                </span>
                {isWrong && <b className={styles.warn}>⚠ {t('calls.wrong')}</b>}
                {phones.length > 1 &&
                  onChoose &&
                  (isChosen ? (
                    <b className={styles.now}>☎ {t('calls.ring')}</b>
                  ) : (
                    <button type="button" className={styles.pick} data-testid="ring-this" onClick={() => onChoose(phone.value)}>
                      {t('calls.ringThis')}
                    </button>
                  ))}
              </span>
            </div>
          );
        })}
      </div>
      {row.call.verify && (
        <p className={styles.verify} role="status" data-testid="verify">
          ⚠ {t('calls.verify')} · {t(isAllWrong || phones.length === 0 ? 'calls.noOther' : 'calls.ringOther')}
        </p>
      )}
    </>
  );
}
