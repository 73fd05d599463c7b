import { texts } from '../i18n';
import type { PackBrief } from '../platform/bindings';

/** What has become of a pack here: 2026-07-01 起执行, 自 2026-10-01 起停用, 尚未启用. */
export function stateText(brief: PackBrief): string {
  const [from, until] = [brief.effective_from ?? '', brief.paused_from ?? ''];
  switch (brief.state) {
    case 'on':
      return texts.t('policies.state.on', { day: from });
    case 'coming':
      return texts.t('policies.state.coming', { day: from });
    case 'ending':
      return texts.t('policies.state.ending', { day: until });
    case 'paused':
      return texts.t('policies.state.paused', { day: until });
    default:
      return texts.t('policies.state.off');
  }
}

/** Whether the pack asks for something now or from a day on. */
export const isFollowed = (brief: PackBrief): boolean => ['on', 'coming', 'ending'].includes(brief.state);
