//! Doubtful data as a list to clear (疑似有误): open it, merge, or say that it is in order; that stays said until the data
//! are others.

use super::checks::{OLDEST, wrong_number};
use super::duplicates::sharing;
use super::edit::PHONE_TO_CHECK;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{AcceptDoubt, Changed, Doubt, DoubtCount, DoubtList, DoubtRef};
use crate::worklist::client_brief;
use chrono::{Datelike, Days, NaiveDate};
use huifang_core::calendar::Now;
use huifang_core::domain::{Client, IdNumber, Sex, short_hash};
use huifang_core::engine::{data_passes, data_words};
use huifang_core::policy::{DataCheck, RuleKind, Vocabulary};
use huifang_intake::{normal_phone, read_id_number};
use huifang_store::{AcceptedDoubt, Reader, StoreError};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many of a kind are shown; when these are cleared the next come.
const MOST_OF_A_KIND: usize = 100;

/// A milestone further ahead than this is rather a slip of the year.
const FAR_DAYS: u64 = 366;

/// No office has kept notes since before.
fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(1980, 1, 1).unwrap_or_default()
}

/// The data of a doubt as one short text.
pub(super) fn fingerprint<'t>(parts: impl Iterator<Item = &'t str>) -> String {
    short_hash(&parts.collect::<Vec<_>>())
}

/// What somebody found to be in order.
pub(super) struct Accepted(HashMap<String, String>);

impl Accepted {
    pub fn read(read: &Reader<'_>) -> Result<Self, StoreError> {
        Ok(Self(read.accepted_doubts()?.into_iter().map(|doubt| (doubt.doubt, doubt.data)).collect()))
    }

    pub fn has(&self, doubt: &str, data: &str) -> bool {
        self.0.get(doubt).is_some_and(|known| known == data)
    }
}

/// Doubts as they are found.
struct Found {
    today: NaiveDate,
    doubts: Vec<Doubt>,
}

impl Found {
    /// Notes a doubt: its kind, what of the client it is about, the sentence, and whom it concerns.
    fn note(&mut self, kind: &str, about: &str, text: String, clients: &[&Client]) {
        if clients.is_empty() {
            return;
        }
        let names: Vec<_> = clients.iter().map(|client| client.id.to_string()).collect();
        let data = fingerprint([about, text.as_str()].into_iter().chain(names.iter().map(String::as_str)));
        let doubt = Doubt {
            doubt: format!("{kind}/{about}/{}", names.join("/")),
            data,
            kind: kind.to_owned(),
            text,
            clients: clients.iter().map(|client| client_brief(client, self.today)).collect(),
        };
        self.doubts.push(doubt);
    }
}

impl Office {
    /// Doubtful data: how many of each kind, and the first of each.
    ///
    /// # Errors
    /// The store's.
    pub fn doubts(&self, now: Now) -> Result<DoubtList, OfficeError> {
        let clients = self.store.read().clients_all()?;
        let mut found = Found { today: now.today, doubts: Vec::new() };
        shared(&clients, &mut found);
        let checks = self.wanted_data();
        for client in &clients {
            number_doubts(client, &mut found);
            missing_doubts(client, &checks, &mut found);
            phone_doubts(client, &mut found);
            date_doubts(client, &mut found);
        }
        self.milestone_doubts(&clients, &mut found)?;
        let accepted = Accepted::read(&self.store.read())?;
        let all = found.doubts.len();
        let mut kinds: Vec<DoubtCount> = Vec::new();
        let mut doubts = Vec::new();
        for doubt in found.doubts.into_iter().filter(|doubt| !accepted.has(&doubt.doubt, &doubt.data)) {
            let at = kinds.iter().position(|count| count.kind == doubt.kind).unwrap_or_else(|| {
                kinds.push(DoubtCount { kind: doubt.kind.clone(), count: 0 });
                kinds.len() - 1
            });
            kinds[at].count += 1;
            if kinds[at].count as usize <= MOST_OF_A_KIND {
                doubts.push(doubt);
            }
        }
        let shown: u32 = kinds.iter().map(|count| count.count).sum();
        Ok(DoubtList { kinds, accepted: all as u32 - shown, doubts })
    }

    /// What every client should have: a telephone, and what the policies' rules of quality look at.
    fn wanted_data(&self) -> Vec<DataCheck> {
        let mut checks = vec![DataCheck::Phone];
        for rule in self.packs().flat_map(|pack| &pack.rules) {
            if let RuleKind::Quality(quality) = &rule.kind {
                let new = quality.checks.iter().filter(|check| !checks.contains(check)).cloned().collect::<Vec<_>>();
                checks.extend(new);
            }
        }
        // What is wrong with a number is a doubt of its own.
        checks.retain(|check| !matches!(check, DataCheck::IdMatch));
        checks
    }

    fn milestone_doubts(&self, clients: &[Client], found: &mut Found) -> Result<(), OfficeError> {
        let last = found.today.checked_add_days(Days::new(FAR_DAYS)).unwrap_or(NaiveDate::MAX);
        let by_id: HashMap<_, _> = clients.iter().map(|client| (&client.id, client)).collect();
        for matter in self.store.read().matters_beyond(first_day(), last)? {
            let of: Vec<_> = matter.participants.iter().filter_map(|p| by_id.get(&p.client).copied()).collect();
            let brief = self.matter_brief(&matter);
            let name = format!("{} {}", brief.kind_label, brief.no.unwrap_or_default());
            for step in matter.milestones.iter().filter(|m| m.on.day < first_day() || m.on.day > last) {
                let what = Vocabulary::shipped().milestone(&matter.kind, &step.kind).to_owned();
                let text = format!("{}的{what}是 {},请核对年份", name.trim(), step.on.day);
                found.note("far_date", step.id.as_str(), text, &of);
            }
        }
        Ok(())
    }

    /// Puts a doubt aside: somebody looked, and it is in order.
    ///
    /// # Errors
    /// `reason_missing`.
    pub fn accept_doubt(&mut self, wish: &AcceptDoubt, now: Now) -> Result<Changed, OfficeError> {
        let reason = wish.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(OfficeError::invalid("reason_missing", "请写明为什么没有问题,日后要能说清"));
        }
        let doubt = AcceptedDoubt {
            doubt: wish.doubt.clone(),
            data: wish.data.clone(),
            at_ms: now.instant_ms,
            by: self.me.as_ref().map(|id| id.0.clone()),
            reason: reason.clone(),
        };
        let detail = json!({ "doubt": wish.doubt, "reason": reason });
        self.write("accept_doubt", now, detail, |tx, _| Ok(tx.accept_doubt(&doubt)?))?;
        Ok(Changed {
            changed: vec!["client".to_owned()], line: "已记为没有问题;资料再变时会重新列出".to_owned()
        })
    }

    /// Doubts again.
    ///
    /// # Errors
    /// The store's.
    pub fn doubt_again(&mut self, wish: &DoubtRef, now: Now) -> Result<Changed, OfficeError> {
        let detail = json!({ "doubt": wish.doubt });
        self.write("doubt_again", now, detail, |tx, _| Ok(tx.drop_accepted_doubt(&wish.doubt)?))?;
        Ok(Changed { changed: vec!["client".to_owned()], line: "已重新列出".to_owned() })
    }
}

/// Telephones and accounts that several clients who are not of one household give as their own.
fn shared<'c>(clients: &'c [Client], found: &mut Found) {
    let apart = |group: &[&Client]| {
        let households: BTreeSet<_> = group.iter().map(|client| client.household.as_deref()).collect();
        households.len() > 1 || households.contains(&None)
    };
    let phones: BTreeMap<_, _> = sharing(clients, |client| client.own_phones().collect());
    for (phone, group) in phones.iter().filter(|(_, group)| apart(group)) {
        let text = format!("{} 位客户登记了同一电话 {phone}:{}", group.len(), names(group));
        found.note("shared_phone", phone, text, group);
    }
    let of = |client: &'c Client| client.contacts.iter().filter_map(|c| c.wechat.as_deref()).collect::<Vec<_>>();
    for (account, group) in sharing(clients, of).iter().filter(|(_, group)| apart(group)) {
        let text = format!("{} 位客户登记了同一微信 {account}:{}", group.len(), names(group));
        found.note("shared_account", account, text, group);
    }
    let of = |client: &'c Client| client.id_number.as_deref().into_iter().collect::<Vec<_>>();
    for (number, group) in sharing(clients, of) {
        let text = format!("{} 位客户登记了同一身份证号 {number}:{}", group.len(), names(&group));
        found.note("shared_account", number, text, &group);
    }
}

fn names(group: &[&Client]) -> String {
    const MOST: usize = 4;
    let shown: Vec<_> = group.iter().take(MOST).map(|client| client.name.as_str()).collect();
    let more = if group.len() > MOST { " 等" } else { "" };
    format!("{}{more}", shown.join("、"))
}

fn number_doubts(client: &Client, found: &mut Found) {
    let Some(number) = &client.id_number else { return };
    match read_id_number(number) {
        IdNumber::Wrong => found.note("id_number", number, format!("{}:{number}", wrong_number(number)), &[client]),
        IdNumber::Citizen { born, sex } => {
            if let Some(written) = client.born.filter(|written| *written != born) {
                let text = format!("出生日期 {written} 与身份证号不符(身份证上是 {born})");
                found.note("id_number", "born", text, &[client]);
            }
            if client.sex.is_some_and(|written| written != sex) {
                let word = if sex == Sex::Male { "男" } else { "女" };
                found.note("id_number", "sex", format!("性别与身份证号不符(身份证上是{word})"), &[client]);
            }
        }
        IdNumber::Other => {}
    }
}

fn missing_doubts(client: &Client, checks: &[DataCheck], found: &mut Found) {
    let unclear = client.fields.keys().any(|field| is_phone_field(field));
    // A number that is wrong, and a telephone that waits to be checked, are doubts of their own.
    let told = |check: &&DataCheck| match check {
        DataCheck::IdNumber => client.id_number.is_some(),
        DataCheck::Phone => unclear,
        _ => false,
    };
    let missing = checks.iter().filter(|check| !told(check)).filter(|check| !data_passes(check, client));
    let words: Vec<_> = missing.map(data_words).collect();
    if !words.is_empty() {
        found.note("missing", &words.join("、"), format!("缺少{}", words.join("、")), &[client]);
    }
}

/// Telephones as written that could not be understood, wherever they were put.
fn phone_doubts(client: &Client, found: &mut Found) {
    let kept = client.fields.iter().filter(|(field, _)| is_phone_field(field)).map(|(_, value)| value.text());
    let wrong = client.contacts.iter().flat_map(|c| &c.phones).filter(|phone| normal_phone(phone).is_none()).cloned();
    for phone in kept.chain(wrong).filter(|phone| !phone.trim().is_empty()) {
        found.note("phone", &phone, format!("电话看不懂:{phone}"), &[client]);
    }
}

fn is_phone_field(field: &str) -> bool {
    field == PHONE_TO_CHECK || ["电话", "手机", "联系方式"].iter().any(|word| field.contains(word))
}

fn date_doubts(client: &Client, found: &mut Found) {
    let today = found.today;
    if let Some(born) = client.born.filter(|born| *born > today || born.year() < today.year() - OLDEST) {
        found.note("date", "born", format!("出生日期不可能:{born}"), &[client]);
    }
    if let Some(since) = client.since {
        if since > today {
            found.note("date", "since", format!("建档日期还没到:{since}"), &[client]);
        } else if client.born.is_some_and(|born| since < born) {
            found.note("date", "since", format!("建档日期 {since} 早于出生日期"), &[client]);
        }
    }
}
