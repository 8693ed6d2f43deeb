/// A number of things: `counted(1, "tâche", "tâches")` is "1 tâche".
public func counted(_ count: Int, _ one: String, _ several: String) -> String {
  "\(number(count)) \(count < 2 ? one : several)"
}

/// A time in seconds as people say it, in one or two units: `duration(95)` is "1 min 35 s".
public func duration(_ seconds: Double) -> String {
  guard seconds.isFinite, seconds < 3.6e8 else { return "des années" }
  if seconds < 9.95 { return "\(number(seconds, digits: 1)) s" }
  let whole = Int(seconds.rounded())
  if whole < 60 { return "\(whole) s" }
  if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
  if whole < 86_400 { return "\(whole / 3600) h \(whole % 3600 / 60) min" }
  return "\(counted(whole / 86_400, "jour", "jours")) \(whole % 86_400 / 3600) h"
}
