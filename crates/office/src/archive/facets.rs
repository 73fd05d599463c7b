//! A client as labelled texts, field by field: what a list of changes and a choice between two clients speak of.

use chrono::NaiveDate;
use huifang_core::domain::{Client, Contact, ContactWish, HourSpan, Sex, Staff};
use huifang_core::policy::Vocabulary;
use std::collections::BTreeMap;

/// One field of a client. The code is also the name under which it is held against imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facet {
    pub code: String,
    pub label: String,
    pub text: String,
}

/// What is needed to say a client's fields in words.
pub(super) struct Words<'a> {
    /// Labels of the office's own fields.
    pub labels: &'a BTreeMap<String, String>,
    pub staff: &'a [Staff],
    pub today: NaiveDate,
}

impl Words<'_> {
    /// What a field of the sector or the office is called.
    pub fn field(&self, code: &str) -> String {
        let known = self.labels.get(code).cloned();
        known.unwrap_or_else(|| Vocabulary::shipped().name("field", code).to_owned())
    }

    /// Every field of the client, filled in or not; fields of sector and office only where he has them.
    pub fn facets(&self, client: &Client) -> Vec<Facet> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let own = client.contacts.iter().find(|contact| contact.relation.is_none());
        let kin: Vec<_> = client.contacts.iter().filter(|c| c.relation.is_some()).map(contact_text).collect();
        let classes: Vec<_> =
            client.classes.iter().filter(|c| c.holds_on(self.today)).map(|c| c.class.clone()).collect();
        let assignee =
            client.assignee.as_ref().map(|a| a.find(self.staff).map_or_else(|| a.0.clone(), |s| s.name.clone()));
        let mut facets = vec![
            facet("name", "姓名", client.name.clone()),
            facet("no", "编号", client.no.clone().unwrap_or_default()),
            facet("id_number", "身份证号", client.id_number.clone().unwrap_or_default()),
            facet("sex", "性别", client.sex.map_or("", sex_text).to_owned()),
            facet("born", "出生日期", day(client.born)),
            facet("place", "房号", client.place.clone().unwrap_or_default()),
            facet("phones", "本人电话", own.map(phones_text).unwrap_or_default()),
            facet("wechat", "微信", own.and_then(|c| c.wechat.clone()).unwrap_or_default()),
            facet("contacts", "联系人", kin.join(";")),
            facet("since", "建档日期", day(client.since)),
            facet("assignee", "责任人", assignee.unwrap_or_default()),
            facet("classes", "分类", classes.join("、")),
            facet("wish", "联系意愿", wish_text(&client.wish)),
        ];
        facets.extend(client.fields.iter().map(|(code, value)| facet(code, &self.field(code), value.text())));
        facets
    }

    /// The fields in which two states of a client differ: as it was, and as it is.
    pub fn differences(&self, was: &Client, is: &Client) -> Vec<(Facet, Facet)> {
        let (was, is) = (self.facets(was), self.facets(is));
        let empty = |facet: &Facet| Facet { text: String::new(), ..facet.clone() };
        let find = |among: &[Facet], code: &str| among.iter().find(|facet| facet.code == code).cloned();
        let mut pairs: Vec<_> =
            was.iter().map(|facet| (facet.clone(), find(&is, &facet.code).unwrap_or_else(|| empty(facet)))).collect();
        let new = is.iter().filter(|facet| find(&was, &facet.code).is_none());
        pairs.extend(new.map(|facet| (empty(facet), facet.clone())));
        pairs.retain(|(was, is)| was.text != is.text);
        pairs
    }
}

fn facet(code: &str, label: &str, text: String) -> Facet {
    Facet { code: code.to_owned(), label: label.to_owned(), text }
}

fn sex_text(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "男",
        Sex::Female => "女",
    }
}

fn phones_text(contact: &Contact) -> String {
    let mark = if contact.do_not_contact { "(不要拨打)" } else { "" };
    format!("{}{mark}", contact.phones.join("、"))
}

fn contact_text(contact: &Contact) -> String {
    let wechat = contact.wechat.as_ref().map(|w| format!("微信 {w}"));
    let parts = [contact.relation.clone(), contact.name.clone(), Some(phones_text(contact)), wechat];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How a client wishes to be contacted, in a line: `14:00-17:00 · 微信 · 听力不佳`.
pub(crate) fn wish_text(wish: &ContactWish) -> String {
    let channel = wish.channel.map(|channel| Vocabulary::shipped().name("channel", channel.code()).to_owned());
    let parts = [Some(hours_text(&wish.hours)), channel, Some(wish.note.clone())];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `14:00-17:00、19:00-20:00`.
pub(super) fn hours_text(hours: &[HourSpan]) -> String {
    let minute = |m: u16| format!("{:02}:{:02}", m / 60, m % 60);
    hours.iter().map(|span| format!("{}-{}", minute(span.from), minute(span.to))).collect::<Vec<_>>().join("、")
}
