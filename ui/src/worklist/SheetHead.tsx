import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { goToClient } from '../desk/route';
import type { TaskDetail } from '../platform/bindings';
import { Facts } from '../shared/Facts';
import { Phone } from '../shared/Phone';
import { NumbersOf } from '../shared/reveal';
import { Tags } from '../shared/Tags';
import styles from './CallSheet.module.css';
import { DueMark } from './DueMark';
import { TaskMenu } from './TaskMenu';

type Props = { detail: TaskDetail; phoneShown: boolean; onPhone: () => void };

/** Whom: the name, the telephone in large type, what is known. */
export function SheetHead({ detail, phoneShown, onPhone }: Props) {
  const { t } = useTranslation();
  const { row, phones } = detail;
  const client = row.client;
  const facts = [...detail.client_facts, ...detail.matter_facts];
  return (
    <NumbersOf value={client?.id ?? null}>
      <div className={styles.head}>
        <h2 title={client?.name}>{client?.name ?? t('worklist.office')}</h2>
        <span className={styles.tags}>{client && <Tags tags={client.tags} most={2} />}</span>
        {client && (
          <Button type="link" data-testid="to-client" onClick={() => goToClient(client.id)}>
            {t('sheet.archive')}
          </Button>
        )}
        <TaskMenu task={row} />
      </div>
      <div className={styles.what}>
        <DueMark task={row} />
        <strong>{row.title}</strong>
      </div>
      {client && (
        <div className={styles.phones}>
          {phones.length === 0 && <span className={styles.mute}>{t('sheet.noPhone')}</span>}
          {phones.map((phone, index) => (
            <div key={`${phone.label}${phone.value}`} className={index === 0 ? styles.mainPhone : undefined}>
              <span className={styles.phoneLabel} title={phone.label}>{phone.label}</span>
              <Phone phone={phone.value} open={phoneShown} onToggle={onPhone} keyName={index === 0 ? 'F8' : undefined} />
            </div>
          ))}
        </div>
      )}
      {facts.length > 0 && <Facts compact facts={facts} />}
    </NumbersOf>
  );
}
