//! Facts of a story: people of staff, clients, matters and their milestones, and corrections of them.

use super::stage::Stage;
use super::words::{BECOMES, NO_LONGER, after, parts};
use crate::calendar::Moment;
use crate::domain::{ClassSpan, Client, Contact, FieldValue, Matter, Participant, Sex, Staff, StaffId, StaffRef};
use chrono::NaiveDate;
use std::collections::BTreeMap;

type Fields = BTreeMap<String, FieldValue>;

impl Stage<'_> {
    /// `员工 林晓:物业助理,责任区 3栋、5栋`.
    pub(super) fn staff(&mut self, name: &str, tail: &str) -> Result<(), String> {
        let mut person = Staff {
            id: StaffId::from(name),
            name: name.to_owned(),
            role: String::new(),
            department: None,
            phone: None,
            areas: Vec::new(),
            active: true,
        };
        for part in parts(tail) {
            match (after(part, "部门"), after(part, "责任区")) {
                (Some(department), _) => person.department = Some(department.to_owned()),
                (_, Some(areas)) => person.areas = areas.split('、').map(str::to_owned).collect(),
                _ if part == "离岗" => person.active = false,
                _ => person.role = part.to_owned(),
            }
        }
        if person.role.is_empty() {
            return Err("员工 姓名:岗位".to_owned());
        }
        self.facts.staff.retain(|s| s.name != name);
        self.facts.staff.push(person);
        Ok(())
    }

    /// `客户 甲公司:A1 类 自 2026-01-05 至 2026-03-31,负责人 林晓,住 3栋`, also said again with other values.
    pub(super) fn client(&mut self, head: &str, tail: &str) -> Result<(), String> {
        let (name, taken_back) = match head.split_once(&format!(" {NO_LONGER} ")) {
            Some((name, what)) => (name, Some(what)),
            None => (head, None),
        };
        let id = self.client_named(name);
        let Some(index) = self.facts.clients.iter().position(|c| c.id == id) else { return Ok(()) };
        let mut client = self.facts.clients[index].clone();
        if let Some(what) = taken_back {
            client.fields.remove(&self.field_code(what));
        }
        for part in parts(tail) {
            self.client_part(&mut client, part)?;
        }
        self.facts.clients[index] = client;
        Ok(())
    }

    fn client_part(&self, client: &mut Client, part: &str) -> Result<(), String> {
        if let Some((class, span)) = part.split_once('类').filter(|(class, _)| !class.trim().is_empty()) {
            set_class(client, class.trim(), read_from(span)?, read_to(span)?);
        } else if let Some(day) = after(part, "自") {
            client.since = Some(read_day(day)?);
        } else if let Some(owner) = after(part, "负责人") {
            client.assignee = Some(StaffRef::from(owner));
        } else if let Some(place) = after(part, "住") {
            client.place = Some(place.to_owned());
        } else if let Some(day) = after(part, "出生") {
            client.born = Some(read_day(day)?);
        } else if let Some(phone) = after(part, "电话") {
            client.contacts = vec![Contact { phones: vec![phone.to_owned()], ..Contact::default() }];
        } else if let Some(sex) = after(part, "性别") {
            client.sex = Some(if sex == "女" { Sex::Female } else { Sex::Male });
        } else if let Some(number) = after(part, "证号") {
            client.id_number = Some(number.to_owned());
        } else {
            self.set_field(&mut client.fields, part);
        }
        Ok(())
    }

    /// `投诉 T1 受理:住户 张三,重大`, `T1 处理完毕`, `预约 Y1 登记,约定就诊 2026-10-12 09:00`, `T1 改为 重大`,
    /// `T1 取消 处理完毕`.
    pub(super) fn matter(&mut self, head: &str, tail: &str, on: Option<Moment>) -> Result<(), String> {
        let (kind, no, rest) = self.matter_head(head)?;
        if let Some(what) = after(rest, BECOMES) {
            return self.correct(&no, what);
        }
        if let Some(what) = after(rest, NO_LONGER) {
            return self.take_back(&no, what);
        }
        let mut matter = self.facts.matters.iter().find(|m| m.no.as_deref() == Some(&no)).cloned();
        let mut matter = matter.take().unwrap_or_else(|| new_matter(&kind, &no));
        let today = on.unwrap_or(Moment::from(self.today));
        for part in parts(rest) {
            let (label, moment) = part.split_once(' ').unwrap_or((part, ""));
            let code = self.milestone_code(&kind, label).ok_or_else(|| self.expected_milestones(&kind))?;
            let at = if moment.is_empty() { today } else { read_moment(moment)? };
            let known = (at.day != today.day).then_some(today.day);
            matter.add_milestone(&code, at, known);
        }
        for part in parts(tail) {
            self.matter_part(&mut matter, part)?;
        }
        self.keep(matter);
        Ok(())
    }

    /// Kind, number and the rest of a line about a matter; a known number may stand alone.
    fn matter_head<'t>(&self, head: &'t str) -> Result<(String, String, &'t str), String> {
        let (first, rest) = head.split_once(' ').unwrap_or((head, ""));
        if let Some(known) = self.facts.matters.iter().find(|m| m.no.as_deref() == Some(first)) {
            return Ok((known.kind.clone(), first.to_owned(), rest.trim()));
        }
        let kind = self.vocabulary.matters.iter().find(|(_, kind)| kind.label == first).map(|(code, _)| code.clone());
        let kind = kind.ok_or("员工、客户、事项种类(投诉、维修 …)、某渠道回访 或 决定(停访、免访 …)")?;
        let (no, rest) = rest.trim().split_once(' ').ok_or("事项种类 编号 节点")?;
        Ok((kind, no.to_owned(), rest.trim()))
    }

    fn correct(&mut self, no: &str, what: &str) -> Result<(), String> {
        let matter = self.matter_numbered(no).ok_or("已有的事项编号")?;
        let mut matter = matter.clone();
        for part in parts(what) {
            let (label, moment) = part.split_once(' ').unwrap_or((part, ""));
            let code = self.milestone_code(&matter.kind, label);
            match (code, moment) {
                (Some(code), moment) if !moment.is_empty() => {
                    let at = read_moment(moment)?;
                    let found = matter.milestones.iter_mut().rfind(|m| m.kind == code).ok_or("已有的节点")?;
                    found.on = at;
                }
                _ => self.matter_part(&mut matter, part)?,
            }
        }
        self.keep(matter);
        Ok(())
    }

    fn take_back(&mut self, no: &str, what: &str) -> Result<(), String> {
        let mut matter = self.matter_numbered(no).ok_or("已有的事项编号")?.clone();
        match self.milestone_code(&matter.kind, what) {
            Some(code) => {
                let last = matter.milestones.iter().rposition(|m| m.kind == code).ok_or("已有的节点")?;
                matter.milestones.remove(last);
            }
            None => {
                let code = self.field_code(what);
                matter.fields.remove(&code).ok_or("已有的字段或节点")?;
            }
        }
        self.keep(matter);
        Ok(())
    }

    fn matter_part(&mut self, matter: &mut Matter, part: &str) -> Result<(), String> {
        let (label, value) = part.split_once(' ').unwrap_or((part, ""));
        if let Some(role) = self.participant_role(label).filter(|_| !value.is_empty()) {
            for name in value.split('、') {
                let client = self.client_named(name.trim());
                matter.participants.push(Participant { client, role: role.clone() });
            }
        } else if let Some((code, _)) = self.vocabulary.section("severity").find(|(_, name)| *name == part) {
            matter.severity = Some(code.to_owned());
        } else if let Some(handler) = after(part, "经办") {
            matter.handler = Some(StaffRef::from(handler));
        } else if let Some(department) = after(part, "部门") {
            matter.department = Some(department.to_owned());
        } else if let Some(parent) = after(part, "源自") {
            matter.parent = Some(self.matter_numbered(parent).ok_or("源自 已有的事项编号")?.id.clone());
        } else {
            self.set_field(&mut matter.fields, part);
        }
        Ok(())
    }

    fn participant_role(&self, label: &str) -> Option<String> {
        if label == self.pack.client_term() || label == super::words::CLIENT {
            return Some("subject".to_owned());
        }
        self.vocabulary.section("role").find(|(_, name)| *name == label).map(|(code, _)| code.to_owned())
    }

    /// A field alone says yes; with a value it has that value.
    fn set_field(&self, fields: &mut Fields, part: &str) {
        let (label, value) = part.split_once(' ').unwrap_or((part, ""));
        let value = if value.is_empty() { FieldValue::Bool(true) } else { FieldValue::from(value.trim()) };
        fields.insert(self.field_code(label), value);
    }

    /// The code of a field's label; what the vocabulary does not know is the office's own column.
    fn field_code(&self, label: &str) -> String {
        let found = self.vocabulary.section("field").find(|(_, name)| *name == label);
        found.map_or(label, |(code, _)| code).to_owned()
    }

    fn milestone_code(&self, kind: &str, label: &str) -> Option<String> {
        let kind = self.vocabulary.matters.get(kind)?;
        kind.milestones.iter().find(|(_, name)| *name == label).map(|(code, _)| code.clone())
    }

    fn expected_milestones(&self, kind: &str) -> String {
        let names = self.vocabulary.matters.get(kind).map(|k| k.milestones.values().cloned().collect::<Vec<_>>());
        format!("{}的节点:{}", self.vocabulary.matter(kind), names.unwrap_or_default().join("、"))
    }

    /// A problem enters the pack's loop, as it does when the program raises it.
    fn keep(&mut self, mut matter: Matter) {
        if let Some(part) = self.pack.loops.first().filter(|_| matter.kind == "problem") {
            let value = format!("{}/{}", self.pack.id, part.id);
            matter.fields.entry("loop".to_owned()).or_insert(FieldValue::Text(value));
        }
        self.facts.matters.retain(|m| m.id != matter.id);
        self.facts.matters.push(matter);
    }
}

fn new_matter(kind: &str, no: &str) -> Matter {
    let mut matter = Matter::new(no, kind);
    matter.no = Some(no.to_owned());
    matter
}

/// A class said again with an end closes the open span; otherwise it is one span more.
fn set_class(client: &mut Client, class: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) {
    let same =
        |span: &&mut ClassSpan| span.class == class && span.to.is_none() && (from.is_none() || span.from == from);
    match client.classes.iter_mut().find(same) {
        Some(span) => span.to = to,
        None => client.classes.push(ClassSpan { class: class.to_owned(), from, to }),
    }
}

fn read_from(span: &str) -> Result<Option<NaiveDate>, String> {
    let Some((_, rest)) = span.split_once('自') else { return Ok(None) };
    read_day(rest.split('至').next().unwrap_or_default()).map(Some)
}

fn read_to(span: &str) -> Result<Option<NaiveDate>, String> {
    span.split_once('至').map(|(_, day)| read_day(day)).transpose()
}

pub(super) fn read_day(text: &str) -> Result<NaiveDate, String> {
    read_moment(text).map(|moment| moment.day)
}

fn read_moment(text: &str) -> Result<Moment, String> {
    Moment::parse(text).ok_or_else(|| format!("日期 YYYY-MM-DD(可带 HH:MM),实为 {text}"))
}
