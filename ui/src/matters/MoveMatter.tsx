import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../api/writes';
import type { MatterKinds, MatterPage } from '../platform/bindings';
import { Field } from '../shared/Field';
import { showDone } from '../shared/notices';
import { ReasonDialog } from '../shared/ReasonDialog';
import { ClientPicker } from './ClientPicker';
import { editOf } from './edits';
import { Foreseen, useForeseenEdit } from './Foreseen';
import styles from './NewMatter.module.css';
import type { Other } from './wish';

/** Moves a matter to the right client, or says who else takes part. */
export function MoveMatter({ page, kinds, onClose }: { page: MatterPage; kinds: MatterKinds; onClose: () => void }) {
  const { t } = useTranslation();
  const move = useWrite('edit_matter', { failureShownHere: true });
  const undo = useWrite('edit_matter');
  const before: Other[] = page.participants.map(({ client, role }) => ({ client, role }));
  const [people, setPeople] = useState(before);
  const matter = page.row.matter.id;
  const wishes = (list: Other[]) => list.map(({ client, role }) => ({ client: client.id, role }));
  const edit = { ...editOf(matter, 'participants'), participants: wishes(people) };
  const isSame = JSON.stringify(wishes(people)) === JSON.stringify(wishes(before));
  const foreseen = useForeseenEdit(isSame ? null : edit);
  return (
    <ReasonDialog
      title={t('matters.move')}
      about={t('matters.moveAbout')}
      okText={t('matters.move')}
      isBusy={move.isPending}
      error={move.error}
      onClose={onClose}
      onConfirm={(reason) =>
        move.mutate(
          { ...edit, reason },
          {
            onSuccess: ({ line }) => {
              onClose();
              showDone(line, () => undo.mutate({ ...edit, participants: wishes(before), reason: t('matters.undoReason') }));
            },
          },
        )
      }
    >
      <Field label={t('matters.client')} question="who">
        <ClientPicker
          label={t('matters.client')}
          testId="move-to"
          onPick={(who) => {
            if (who.kind !== 'client') return;
            // The first is whom it concerns: the right one takes the place of the wrong one.
            const rest = people.slice(1).filter((other) => other.client.id !== who.client.id);
            setPeople([{ client: who.client, role: people[0]?.role ?? 'subject' }, ...rest]);
          }}
        />
      </Field>
      {people.map((other, index) => (
        <div key={`${other.client.id}/${index}`} className={styles.other} data-testid="move-person">
          <span>
            {other.client.name} {other.client.place}
          </span>
          <Select aria-label={t('matters.role')} value={other.role} style={{ width: 120 }} onChange={(role) => setPeople(people.map((known, at) => (at === index ? { ...known, role } : known)))} options={kinds.roles.map(({ label, value }) => ({ value: label, label: value }))} />
          <Button type="link" onClick={() => setPeople(people.filter((_, at) => at !== index))}>
            {t('matters.remove')}
          </Button>
        </div>
      ))}
      {!isSame && <Foreseen foresight={foreseen.data} error={foreseen.error} isShort />}
    </ReasonDialog>
  );
}
