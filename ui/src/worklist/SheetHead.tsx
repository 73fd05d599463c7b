import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnsignedBar } from '../attachments/UnsignedBar';
import { LostLine } from '../calls/LostLine';
import { PhoneList } from '../calls/PhoneList';
import { RingLine } from '../calls/RingLine';
import { goToClient } from '../desk/route';
import type { TaskDetail } from '../platform/bindings';
import { Facts } from '../shared/Facts';
import { NumbersOf } from '../shared/reveal';
import { Tags } from '../shared/Tags';
import styles from './CallSheet.module.css';
import { DueMark } from './DueMark';
import { TaskMenu } from './TaskMenu';

type Props = { detail: TaskDetail; phoneShown: boolean; onPhone: () => void; chosenPhone?: string | null; onChoosePhone?: (phone: string) => void };

/** Whom: the name, the telephone in large type, what is known. */
export function SheetHead({ detail, phoneShown, onPhone, chosenPhone = null, onChoosePhone }: Props) {
  const { t } = useTranslation();
  const { row } = detail;
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
      <RingLine detail={detail} />
      {client && <PhoneList detail={detail} chosen={chosenPhone} onChoose={onChoosePhone} phoneShown={phoneShown} onPhone={onPhone} />}
      <LostLine task={row} />
      {row.unsigned !== null && <UnsignedBar record={row.unsigned} />}
      {facts.length > 0 && <Facts compact facts={facts} />}
    </NumbersOf>
  );
}
