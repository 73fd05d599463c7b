//! Messages made ready: to whom, with which words, what each would count for; and who gets none, and why.

use super::whom::Thought;
use super::words::{self, fill};
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{ComposeMessages, Composed, MessageRow, SkippedRow};
use chrono::NaiveDate;
use huifang_core::calendar::Now;
use huifang_core::domain::{Act, Channel, Client, ClientId, Decision};
use huifang_store::TaskRow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many rows are sent to the screen; writing and exporting take all.
const MOST_ROWS: usize = 1000;

/// What a message comes to once it is marked as sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    /// The follow-up is done: its rule allows the channel, and no form asks for an answer.
    Settles,
    /// A try: the rule allows the channel, but its form wants an answer.
    Try,
    /// Noted, and counted for nothing: no rule asks for it, or none by this channel.
    Contact,
}

impl Effect {
    fn code(self) -> &'static str {
        match self {
            Self::Settles => "settles",
            Self::Try => "try",
            Self::Contact => "contact",
        }
    }
}

/// A message that is ready.
pub(super) struct Ready {
    pub row: MessageRow,
    pub occasion: String,
    pub effect: Effect,
    pub task: Option<TaskRow>,
}

/// All messages of a wish.
pub(super) struct Batch {
    pub channel: Channel,
    pub ready: Vec<Ready>,
    pub skipped: Vec<SkippedRow>,
    pub unknown: Vec<String>,
}

impl Office {
    /// The messages as the screen shows them. Nothing is written.
    ///
    /// # Errors
    /// `channel_missing`, `unknown_kind`, `not_found`.
    pub(crate) fn compose_messages(&self, wish: &ComposeMessages, now: Now) -> Result<Composed, OfficeError> {
        let batch = self.batch_of(wish, now)?;
        let counted = batch.ready.iter().filter(|ready| ready.effect == Effect::Settles).count() as u32;
        Ok(Composed {
            total: batch.ready.len() as u32,
            rows: batch.ready.into_iter().take(MOST_ROWS).map(|ready| ready.row).collect(),
            skipped_total: batch.skipped.len() as u32,
            skipped: batch.skipped.into_iter().take(MOST_ROWS).collect(),
            unknown: batch.unknown,
            counted,
        })
    }

    /// All messages of the wish, with those who get none.
    pub(super) fn batch_of(&self, wish: &ComposeMessages, now: Now) -> Result<Batch, OfficeError> {
        let channel = Channel::parse(&wish.channel).filter(|c| matches!(c, Channel::Sms | Channel::Wechat));
        let channel = channel.ok_or_else(|| OfficeError::invalid("channel_missing", "请选择发短信还是发微信"))?;
        let thoughts = self.thought_of(wish, channel, now)?;
        let unknown = words::unknown(&wish.text);
        let maker = Maker {
            wish,
            channel,
            has_unknown: !unknown.is_empty(),
            office: words::of_office(&self.name, &self.me()?.map(|me| me.name).unwrap_or_default()),
            halts: self.halts(now.today)?,
            before: self.sent_before(&thoughts)?,
        };
        let mut batch = Batch { channel, ready: Vec::new(), skipped: Vec::new(), unknown };
        for thought in thoughts {
            let effect = self.effect_of(thought.task.as_ref(), channel);
            match maker.make(thought, effect) {
                Ok(ready) if wish.leave_out.contains(&ready.row.key) => {}
                Ok(ready) => batch.ready.push(ready),
                Err(skipped) => batch.skipped.push(skipped),
            }
        }
        Ok(batch)
    }

    fn effect_of(&self, task: Option<&TaskRow>, channel: Channel) -> Effect {
        let Some(task) = task.filter(|task| task.channels.contains(&channel)) else { return Effect::Contact };
        let form = self.form_of(task);
        let asks = form.is_some_and(|f| f.fields.iter().any(|f| f.required || f.required_by.contains(&channel)));
        // A recheck asks whether the client is satisfied now, with a form or without.
        if asks || task.rule.ends_with(".recheck") { Effect::Try } else { Effect::Settles }
    }

    /// What keeps clients from being contacted today.
    fn halts(&self, today: NaiveDate) -> Result<HashMap<ClientId, Decision>, OfficeError> {
        let halts = |decision: &Decision| match decision.act {
            Act::DoNotContact { .. } => true,
            Act::Pause { until, .. } => until.is_none_or(|until| today <= until),
            _ => false,
        };
        let decisions = self.store.read().decisions_all()?.into_iter();
        let decisions = decisions.filter(|d| !d.voided && d.on <= today && halts(d));
        Ok(decisions.filter_map(|d| Some((d.act.client()?.clone(), d))).collect())
    }

    /// What these clients got before: by client and occasion, the last one.
    fn sent_before(&self, thoughts: &[Thought]) -> Result<BTreeMap<(ClientId, String), String>, OfficeError> {
        let clients: BTreeSet<ClientId> = thoughts.iter().map(|thought| thought.client.id.clone()).collect();
        let sent = self.store.read().messages_to(&clients)?.into_iter();
        Ok(sent.map(|s| ((s.client, s.occasion), format!("{} 已发「{}」", s.on.format("%m-%d"), s.title))).collect())
    }
}

/// Everything that is needed to make one message.
struct Maker<'a> {
    wish: &'a ComposeMessages,
    channel: Channel,
    has_unknown: bool,
    office: words::Words,
    halts: HashMap<ClientId, Decision>,
    before: BTreeMap<(ClientId, String), String>,
}

impl Maker<'_> {
    fn make(&self, thought: Thought, effect: Effect) -> Result<Ready, SkippedRow> {
        let client = &thought.client;
        let skip = |code: &str, reason: String| SkippedRow {
            client: client.id.to_string(),
            name: client.name.clone(),
            place: client.place.clone().unwrap_or_default(),
            code: code.to_owned(),
            reason,
        };
        let before = self.before.get(&(client.id.clone(), thought.occasion.clone())).cloned().unwrap_or_default();
        if !before.is_empty() && !self.wish.again {
            return Err(skip("sent_before", before));
        }
        if let Some(halt) = self.halts.get(&client.id) {
            let (code, words) = halt_words(halt);
            return Err(skip(code, words));
        }
        let address = address(client, self.channel).map_err(|reason| skip("no_number", reason.to_owned()))?;
        let mut words = self.office.clone();
        words.extend(thought.words.clone());
        // A text that cannot be sent anyway is shown as it stands.
        let text = if self.has_unknown { Ok(self.wish.text.clone()) } else { fill(self.wish.text.trim(), &words) };
        let text = text.map_err(|blanks| skip("blank", format!("缺{}", blanks.join("、"))))?;
        let row = MessageRow {
            // Not made of the words: who was left out stays out while they are being written.
            key: format!("{}|{}", client.id, thought.task_id),
            client: client.id.to_string(),
            name: client.name.clone(),
            place: client.place.clone().unwrap_or_default(),
            address,
            text,
            about: thought.about,
            effect: effect.code().to_owned(),
            before,
        };
        Ok(Ready { row, occasion: thought.occasion, effect, task: thought.task })
    }
}

fn halt_words(halt: &Decision) -> (&'static str, String) {
    let reason = if halt.reason.is_empty() { String::new() } else { format!(":{}", halt.reason) };
    match halt.act {
        Act::Pause { until: Some(until), .. } => ("paused", format!("停访到 {until}{reason}")),
        Act::Pause { until: None, .. } => ("paused", format!("停访{reason}")),
        _ => ("do_not_contact", format!("不再联系{reason}")),
    }
}

/// Where the message goes: to a mobile number; by WeChat to the account or, where none is known, to the mobile number
/// by which it is found.
fn address(client: &Client, channel: Channel) -> Result<String, &'static str> {
    let mobile = client.own_phones().find(|phone| phone.len() == 11 && phone.starts_with('1')).map(str::to_owned);
    let own = client.contacts.iter().filter(|contact| contact.relation.is_none());
    let account = own.filter_map(|contact| contact.wechat.clone()).find(|account| !account.trim().is_empty());
    match channel {
        Channel::Wechat => account.or(mobile).ok_or("没有微信号,也没有手机号"),
        _ if client.own_phones().next().is_none() => Err("没有电话"),
        _ => mobile.ok_or("只有座机,收不到短信"),
    }
}
