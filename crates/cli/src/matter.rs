//! `huifang matter`: registers a matter as the desk does, after saying what it will cause.

use crate::arguments::MatterArgs;
use crate::host::Host;
use crate::print::{Done, json, line};
use huifang_office::OfficeError;
use huifang_office::wire::{MatterWish, MilestoneWish, NewClient};
use serde_json::{Value, json as value};

/// `huifang matter`.
pub fn matter(host: &Host, args: &MatterArgs) -> Result<Done, OfficeError> {
    let mut office = host.open(&args.dir)?;
    let wish = wish_of(args)?;
    let foresight = office.foresee_matter(&wish, host.now)?;
    if args.dry_run {
        if args.json {
            json(&foresight)?;
        } else {
            foresight.warnings.iter().for_each(|warning| line(warning));
            foresight.lines.iter().for_each(|foreseen| line(&foreseen.text));
            line(&format!("将编号 {},未写入", foresight.no));
        }
        return Ok(Done::Clean);
    }
    let written = office.register_matter(&wish, host.now)?;
    if args.json {
        json(&written)?;
    } else {
        foresight.lines.iter().for_each(|foreseen| line(&foreseen.text));
        line(&written.line);
    }
    Ok(Done::Clean)
}

fn wish_of(args: &MatterArgs) -> Result<MatterWish, OfficeError> {
    let new = args.caller.as_ref().filter(|_| args.client.is_none()).map(|phone| NewClient {
        name: args.name.clone().unwrap_or_default(),
        phone: phone.clone(),
        place: String::new(),
    });
    let fields = args.fields.iter().map(|text| pair(text)).collect::<Result<Vec<_>, _>>()?;
    let milestones = args.milestones.iter().map(|text| {
        let (kind, on) = pair(text)?;
        Ok(MilestoneWish { kind, on: Some(on), note: String::new() })
    });
    Ok(MatterWish {
        kind: args.kind.clone(),
        client: args.client.clone(),
        new_client: new,
        caller: args.caller.clone().unwrap_or_default(),
        others: Vec::new(),
        no: args.no.clone().unwrap_or_default(),
        severity: args.severity.clone(),
        department: args.department.clone(),
        handler: args.handler.clone(),
        fields: fields.into_iter().map(|(name, text)| (name, field_value(&text))).collect(),
        milestones: milestones.collect::<Result<_, OfficeError>>()?,
        parent: None,
    })
}

/// 是 and 否 are yes and no; everything else is text, which the office reads as the field needs it.
fn field_value(text: &str) -> Value {
    match text {
        "是" | "true" => value!(true),
        "否" | "false" => value!(false),
        text => value!(text),
    }
}

fn pair(text: &str) -> Result<(String, String), OfficeError> {
    let found = text.split_once('=').map(|(name, rest)| (name.to_owned(), rest.to_owned()));
    found.ok_or_else(|| OfficeError::invalid("bad_value", format!("要写成 名称=值 的样子:{text}")))
}
