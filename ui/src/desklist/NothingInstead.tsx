import { Button } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../shared/Empty';
import { useWorklistState } from '../worklist/state';

/** Nothing in a view or among somebody's tasks: said, with the way back to the whole list. */
export function NothingInstead({ button }: { button: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation();
  const { instead, whose, show } = useWorklistState();
  const texts = { view: t('desklist.view.empty'), done: t('desklist.doneEmpty'), chosen: t('desklist.chosenEmpty') };
  const isWhose = whose !== 'all';
  return (
    <Empty text={isWhose ? t(`desklist.emptyWhose.${whose}`) : texts[instead?.kind ?? 'chosen']}>
      <Button ref={button} data-testid="empty-back" onClick={() => show(isWhose ? { whose: 'all' } : { instead: null })}>
        {t(isWhose ? 'desklist.showAll' : 'desklist.backToList')}
      </Button>
    </Empty>
  );
}
