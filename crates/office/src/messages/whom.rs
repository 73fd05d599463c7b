//! Whom messages are for: open follow-ups, a class, a festival's greeting list, birthdays, chosen clients.

use super::words::{Words, day_words, moment_words, of_client};
use crate::OfficeError;
use crate::office::Office;
use crate::rows::TaskFacts;
use crate::wire::{ComposeMessages, FestivalRow, MessageLists, MessageTo, NamedCount};
use chrono::{Datelike, Days, NaiveDate};
use huifang_core::calendar::{Festival, Now, lunar_label, next_birthday, next_lunar_birthday};
use huifang_core::domain::{Channel, Client, ClientId, short_hash};
use huifang_core::engine::TaskView;
use huifang_core::policy::{FestivalDay, RuleKind};
use huifang_store::{Page, TaskRow, Worklist};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody for whom a message is thought of.
pub(super) struct Thought {
    pub client: Client,
    /// What it is for: nobody gets two for one occasion unasked.
    pub occasion: String,
    /// What it is for, in words.
    pub about: String,
    pub words: Words,
    /// The follow-up that it is about; empty: none.
    pub task_id: String,
    /// That follow-up, where it can be recorded now.
    pub task: Option<TaskRow>,
}

impl Thought {
    fn of(client: Client, occasion: &str, about: &str) -> Self {
        let words = of_client(&client);
        Self {
            client,
            occasion: occasion.to_owned(),
            about: about.to_owned(),
            words,
            task_id: String::new(),
            task: None,
        }
    }
}

impl Office {
    /// The lists that there are, with how many stand on each.
    pub(crate) fn message_lists(&self, now: Now) -> Result<MessageLists, OfficeError> {
        let open = self.store.read().worklist(&Worklist::on(now.today), Page::first(u32::MAX))?;
        let by = |channel| open.iter().filter(|row| is_for(row, channel)).count() as u32;
        let asked = self.asked_by_anchor()?;
        let festival = |festival: &Festival| {
            let day = next_day_of(*festival, now.today)?;
            Some(FestivalRow {
                code: festival.code().to_owned(),
                name: festival.chinese().to_owned(),
                day: day.to_string(),
                lunar: lunar_label(day).unwrap_or_default(),
                days: (day - now.today).num_days() as u32,
                asked: asked.get(&anchor_of(*festival, day)).copied().unwrap_or(0),
            })
        };
        let mut festivals: Vec<_> = Festival::ALL.iter().filter_map(festival).collect();
        festivals.sort_by(|a, b| (&a.day, &a.code).cmp(&(&b.day, &b.code)));
        let classes = self.store.read().clients_in_classes(now.today)?;
        Ok(MessageLists {
            sms: by(Channel::Sms),
            wechat: by(Channel::Wechat),
            classes: classes.into_iter().map(|(name, count)| NamedCount { name, count }).collect(),
            clients: self.store.read().client_count()?,
            festivals,
        })
    }

    /// Everybody whom the wish means, whether he can be written to or not.
    pub(super) fn thought_of(
        &self,
        wish: &ComposeMessages,
        channel: Channel,
        now: Now,
    ) -> Result<Vec<Thought>, OfficeError> {
        let to = &wish.to;
        let by_text = format!("text/{}", short_hash(&["text", wish.text.trim()]));
        match to.kind.as_str() {
            "tasks" => self.thoughts_of_tasks(channel, now),
            "class" => {
                let class = to.class.as_deref().unwrap_or_default();
                let members = self.clients_of_class(class, now.today)?.into_iter();
                Ok(members.map(|client| Thought::of(client, &by_text, class)).collect())
            }
            "festival" => self.thoughts_of_festival(to, now),
            "birthday" => self.thoughts_of_birthdays(to, now),
            "clients" => {
                let ids: BTreeSet<ClientId> = to.clients.iter().map(|id| ClientId::from(id.as_str())).collect();
                let found = self.store.read().clients(&ids)?.into_iter();
                Ok(found.map(|client| Thought::of(client, &by_text, &wish.title)).collect())
            }
            other => Err(OfficeError::invalid("unknown_kind", format!("没有这种名单:{other}"))),
        }
    }

    fn thoughts_of_tasks(&self, channel: Channel, now: Now) -> Result<Vec<Thought>, OfficeError> {
        let mut rows = self.store.read().worklist(&Worklist::on(now.today), Page::first(u32::MAX))?;
        rows.retain(|row| is_for(row, channel));
        self.thoughts_of_rows(rows, now.today)
    }

    fn thoughts_of_rows(&self, rows: Vec<TaskRow>, today: NaiveDate) -> Result<Vec<Thought>, OfficeError> {
        let facts = TaskFacts::of(self, &rows)?;
        let thought = |row: TaskRow| {
            let view = facts.view(&row, today);
            let client = facts.client(row.client.as_ref())?.clone();
            let about = format!("{},最迟 {}", self.task_title(&view), view.due.format("%m-%d"));
            let mut thought = Thought::of(client, &format!("task/{}", row.id), &about);
            self.add_task_words(&mut thought.words, &facts, &view);
            thought.task_id = row.id.to_string();
            // What cannot be recorded yet is greeted beforehand, and counts for nothing.
            thought.task = view.state.is_listed().then_some(row);
            Some(thought)
        };
        Ok(rows.into_iter().filter_map(thought).collect())
    }

    fn add_task_words(&self, words: &mut Words, facts: &TaskFacts, view: &TaskView) {
        words.insert("到期日", day_words(view.due));
        let Some(matter) = facts.matter(view.task.emission.matter.as_ref()) else {
            words.insert("事项", self.task_title(view));
            return;
        };
        let brief = self.matter_brief(matter);
        words.insert("事项", brief.kind_label);
        words.insert("单号", brief.no.unwrap_or_default());
        let time = matter.milestone("scheduled").map(|milestone| moment_words(milestone.on));
        words.insert("时间", time.unwrap_or_default());
        let handler = matter.handler.as_ref().map(|handler| crate::clients::staff_name(facts, handler));
        words.insert("经办人", handler.clone().unwrap_or_default());
        words.insert("医生", handler.unwrap_or_default());
    }

    fn thoughts_of_festival(&self, to: &MessageTo, now: Now) -> Result<Vec<Thought>, OfficeError> {
        let code = to.festival.as_deref().unwrap_or_default();
        let unknown = || OfficeError::NotFound { noun: "节日", id: code.to_owned() };
        let festival = Festival::parse(code).ok_or_else(unknown)?;
        let day = next_day_of(festival, now.today).ok_or_else(unknown)?;
        let occasion = format!("festival/{}", anchor_of(festival, day));
        let about = format!("{} {}", festival.chinese(), day.format("%m-%d"));
        let mut thoughts: Vec<Thought> = match to.class.as_deref() {
            None => self.asked_for(festival, day, now.today)?,
            Some("") => {
                self.store.read().clients_all()?.into_iter().map(|c| Thought::of(c, &occasion, &about)).collect()
            }
            Some(class) => {
                let members = self.clients_of_class(class, now.today)?.into_iter();
                members.map(|c| Thought::of(c, &occasion, &about)).collect()
            }
        };
        for thought in &mut thoughts {
            thought.occasion.clone_from(&occasion);
            thought.words.insert("节日", festival.chinese().to_owned());
        }
        Ok(thoughts)
    }

    /// The open follow-ups that the policies ask for on that festival.
    fn asked_for(&self, festival: Festival, day: NaiveDate, today: NaiveDate) -> Result<Vec<Thought>, OfficeError> {
        let anchor = anchor_of(festival, day);
        let mut rows = Vec::new();
        for (pack, rule) in self.festival_rules() {
            let of_rule = self.store.read().tasks_of_rule(pack, rule)?;
            rows.extend(of_rule.into_iter().filter(|row| row.anchor == anchor && row.asked && row.ended.is_none()));
        }
        // Two policies may ask for the same festival; the client is greeted once.
        let mut seen = BTreeSet::new();
        rows.retain(|row| seen.insert(row.client.clone()));
        self.thoughts_of_rows(rows, today)
    }

    fn asked_by_anchor(&self) -> Result<BTreeMap<String, u32>, OfficeError> {
        let mut asked: BTreeMap<String, BTreeSet<ClientId>> = BTreeMap::new();
        for (pack, rule) in self.festival_rules() {
            let rows = self.store.read().tasks_of_rule(pack, rule)?.into_iter();
            for row in rows.filter(|row| row.asked && row.ended.is_none()) {
                asked.entry(row.anchor).or_default().extend(row.client);
            }
        }
        Ok(asked.into_iter().map(|(anchor, clients)| (anchor, clients.len() as u32)).collect())
    }

    /// Rules that ask on festivals, as pack and rule.
    fn festival_rules(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_festival = |kind: &RuleKind| matches!(kind, RuleKind::OnDate(kind) if kind.days.iter().any(|day| matches!(day, FestivalDay::Festival(_))));
        self.packs().flat_map(move |pack| {
            let rules = pack.rules.iter().filter(move |rule| is_festival(&rule.kind));
            rules.map(move |rule| (pack.id.as_str(), rule.id.as_str()))
        })
    }

    fn thoughts_of_birthdays(&self, to: &MessageTo, now: Now) -> Result<Vec<Thought>, OfficeError> {
        let last = now.today.checked_add_days(Days::new(to.days.into())).unwrap_or(now.today);
        let next = if to.lunar { next_lunar_birthday } else { next_birthday };
        let mut found: Vec<(NaiveDate, Thought)> = Vec::new();
        for client in self.store.read().clients_all()? {
            let Some(day) = client.born.and_then(|born| next(born, now.today)).filter(|day| *day <= last) else {
                continue;
            };
            let lunar = if to.lunar { lunar_label(day).map(|label| format!(" 农历{label}")) } else { None };
            let about = format!("生日 {}{}", day.format("%m-%d"), lunar.unwrap_or_default());
            let mut thought = Thought::of(client, &format!("birthday/{}", day.year()), &about);
            thought.words.insert("生日", day_words(day));
            found.push((day, thought));
        }
        found.sort_by(|a, b| (a.0, &a.1.client.name).cmp(&(b.0, &b.1.client.name)));
        Ok(found.into_iter().map(|(_, thought)| thought).collect())
    }

    fn clients_of_class(&self, class: &str, today: NaiveDate) -> Result<Vec<Client>, OfficeError> {
        let all = self.store.read().clients_all()?.into_iter();
        Ok(all.filter(|client| client.in_class(class, today)).collect())
    }
}

/// A follow-up with a client that may be made by the channel.
fn is_for(row: &TaskRow, channel: Channel) -> bool {
    row.action == "contact" && row.client.is_some() && row.channels.contains(&channel)
}

fn next_day_of(festival: Festival, today: NaiveDate) -> Option<NaiveDate> {
    (today.year()..=today.year() + 1).filter_map(|year| festival.on(year)).find(|day| *day >= today)
}

/// The anchor by which a rule on dates names the festival of that year.
fn anchor_of(festival: Festival, day: NaiveDate) -> String {
    format!("{}/{}", festival.code(), day.year())
}
