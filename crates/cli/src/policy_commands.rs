//! Enabling, pausing and changing policies from the command line, and what that would do.

use crate::arguments::ChangePack;
use crate::host::Host;
use crate::print::{Done, json, line};
use huifang_office::wire::{PolicyChange, PolicyPreview, PreviewList};
use huifang_office::{Office, OfficeError};
use serde_json::json as value;

/// `huifang preview`: of pausing, of changing what is enabled, else of enabling.
pub fn preview(host: &Host, args: &ChangePack) -> Result<Done, OfficeError> {
    let office = host.open(&args.dir)?;
    let act = match office.is_following(&args.pack) {
        _ if args.pause => "pause",
        true => "params",
        false => "enable",
    };
    let preview = office.preview_policy(&wish(act, args)?, &office.shelf(&host.shelf), host.now)?;
    if args.json {
        json(&value!(preview))?;
    } else {
        print_preview(&preview);
    }
    Ok(if preview.failures == 0 { Done::Clean } else { Done::WithProblems })
}

/// `huifang enable`, `huifang pause`, `huifang set`.
pub fn change(host: &Host, act: &str, args: &ChangePack) -> Result<Done, OfficeError> {
    let mut office: Office = host.open(&args.dir)?;
    let shelf = office.shelf(&host.shelf);
    let changed = office.change_policy(&wish(act, args)?, &shelf, host.now)?;
    if args.json {
        json(&value!(changed))?;
    } else {
        line(&changed.line);
    }
    Ok(Done::Clean)
}

fn wish(act: &str, args: &ChangePack) -> Result<PolicyChange, OfficeError> {
    let values = serde_json::from_str(&args.values)
        .map_err(|e| OfficeError::invalid("bad_values", format!("--values 要写成一个 JSON 表:{e}")))?;
    Ok(PolicyChange {
        act: act.to_owned(),
        pack: Some(args.pack.clone()),
        from: args.from.map(|day| day.to_string()),
        values,
        overrides: None,
        new_text: false,
        holidays: None,
        approver: None,
        reason: args.reason.clone(),
    })
}

fn print_preview(preview: &PolicyPreview) {
    let lists: [(&str, &PreviewList); 4] = [
        ("新增", &preview.new),
        ("变动", &preview.moved),
        ("撤回", &preview.withdrawn),
        ("人已决定,不动", &preview.left_alone),
    ];
    for (title, list) in lists {
        line(&format!("{title} {} 件", list.count));
        for row in &list.rows {
            let about = [row.client.as_deref(), row.no.as_deref()];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(" ");
            line(&format!("  {}  {about}  {}  {}", row.due, row.title, row.because));
        }
    }
    if preview.backlog > 0 {
        line(&format!("新增的里面有 {} 件已经逾期", preview.backlog));
    }
    for week in &preview.weeks {
        line(&format!("第 {:>2} 周({} 起)  现在 {:>4} 件  改后 {:>4} 件", week.week, week.monday, week.now, week.then));
    }
}
