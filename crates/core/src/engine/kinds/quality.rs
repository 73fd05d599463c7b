//! 做什么:资料可疑的客户,限期查清改好。
//! 依据:如 001-07-11(录入后 T+1 个工作日列出问题件)、001-07-32(3 个工作日内排查)。
//! 例子:`kind = "quality"`,`checks = ["phone", "id_number"]`,`matter = "contract"`,`milestone = "signed"`,`within = "1 working_day"`。
//! 边界情形:资料改好,任务即撤回;证号只校验编码规则,不判断真假;没有起算日的客户不列。

use super::{Admitted, Occurrence, after, anchor_id, has_role, named, population};
use crate::domain::{Client, IdNumber, Matter, Subject, read_id_number};
use crate::engine::derive::Asking;
use crate::engine::sentence;
use crate::engine::why::Why;
use crate::policy::{Anchor, DataCheck, Quality, StepTiming, Vocabulary};
use chrono::NaiveDate;

pub(super) fn ask<'r>(asking: &mut Asking<'r, '_>, kind: &'r Quality) {
    for client in asking.clients_in_scope() {
        asking.guarded(client.id.as_str(), |asking| match &kind.anchor {
            Some(anchor) => from_matters(asking, kind, anchor, client),
            None => from_first_day(asking, kind, client),
        });
    }
}

/// Counted from a milestone of each of the client's matters.
fn from_matters<'r>(asking: &mut Asking<'r, '_>, kind: &Quality, anchor: &'r Anchor, client: &'r Client) {
    let mine = |m: &Matter| m.participants.iter().any(|p| p.client == client.id && has_role(anchor, p));
    let matters = asking.world.matters_of(&client.id).iter().copied();
    for matter in matters.filter(|m| m.kind == anchor.matter && mine(m)) {
        for (milestone, on) in asking.judged_anchors(anchor, matter, Some(client)) {
            if let Some(admitted) = asking.admit(Some(matter), Some(client), on.day, None) {
                let head = sentence::happened(matter, named(anchor, milestone), on.day, on.day);
                let from = (anchor_id(anchor, matter, milestone), on.day, head);
                ask_client(asking, kind, client, admitted, from);
            }
        }
    }
}

fn from_first_day<'r>(asking: &mut Asking<'r, '_>, kind: &Quality, client: &'r Client) {
    let Some(since) = client.since else {
        let words = || Why::NotInPopulation("没有登记从哪天起是客户".to_owned());
        asking.skip::<()>(None, Some(client), words);
        return;
    };
    if !asking.judges(since) {
        return;
    }
    if let Some(admitted) = asking.admit(None, Some(client), since, None) {
        let head = format!("{} 建档", sentence::day_near(since, since));
        ask_client(asking, kind, client, admitted, ("since".to_owned(), since, head));
    }
}

fn ask_client<'r>(
    asking: &mut Asking<'r, '_>,
    kind: &Quality,
    client: &'r Client,
    admitted: Admitted<'r>,
    (anchor, from, head): (String, NaiveDate, String),
) {
    if let Some(words) = kind.population.as_ref().and_then(|p| population::outside(asking, p, client, from)) {
        asking.skip::<()>(admitted.matter, Some(client), || Why::NotInPopulation(words));
        return;
    }
    let suspect: Vec<String> = kind.checks.iter().filter(|check| !data_passes(check, client)).map(data_words).collect();
    if suspect.is_empty() {
        asking.skip::<()>(admitted.matter, Some(client), || Why::NotInPopulation("资料没有可疑".to_owned()));
        return;
    }
    let (opens, due, must) = after::counted(asking, StepTiming::Within(kind.within), from);
    let occurrence = Occurrence {
        subject: Subject::Client(client.id.clone()),
        anchor,
        number: 1,
        step_title: None,
        opens,
        due: due.value,
        latest: None,
        lapses: None,
        fulfilled: None,
        need: 1,
        have: 0,
        guessed: due.guessed,
        head,
        must: format!("{}可疑,{must}", suspect.join("、")),
    };
    asking.offer(admitted, occurrence);
}

/// Whether the client's data satisfy the check.
pub fn data_passes(check: &DataCheck, client: &Client) -> bool {
    let number = client.id_number.as_deref().unwrap_or_default();
    match check {
        DataCheck::Name => !client.name.trim().is_empty(),
        DataCheck::Phone => client.contacts.iter().flat_map(|c| &c.phones).any(|p| is_phone(p)),
        DataCheck::Sex => client.sex.is_some(),
        DataCheck::Born => client.born.is_some(),
        DataCheck::Place => client.place.as_ref().is_some_and(|p| !p.trim().is_empty()),
        DataCheck::IdNumber => !number.is_empty() && read_id_number(number) != IdNumber::Wrong,
        DataCheck::IdMatch => match read_id_number(number) {
            IdNumber::Citizen { born, sex } => {
                client.born.is_none_or(|b| b == born) && client.sex.is_none_or(|s| s == sex)
            }
            IdNumber::Wrong | IdNumber::Other => true,
        },
        DataCheck::Field(field) => client.fields.get(field).is_some_and(|v| !v.text().trim().is_empty()),
    }
}

/// A mobile number has eleven digits, a fixed line seven to twelve with its area code.
fn is_phone(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (7..=12).contains(&digits.len()) && digits.bytes().any(|b| b != digits.as_bytes()[0])
}

/// What is looked at, in words: 电话, 证件号与性别、生日.
pub fn data_words(check: &DataCheck) -> String {
    match check {
        DataCheck::Name => "姓名".to_owned(),
        DataCheck::Phone => "电话".to_owned(),
        DataCheck::Sex => "性别".to_owned(),
        DataCheck::Born => "生日".to_owned(),
        DataCheck::Place => "地址".to_owned(),
        DataCheck::IdNumber => "证件号".to_owned(),
        DataCheck::IdMatch => "证件号与性别、生日".to_owned(),
        DataCheck::Field(field) => Vocabulary::shipped().name("field", field).to_owned(),
    }
}
