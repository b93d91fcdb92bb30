// For tools/check_aggregates.cc, which finds each line that says so.
Result<Pot> fire(const Clay& clay) {
  const Glaze glaze = TRY(mix());
  return Pot{clay.name, TRY(shape(clay)), glaze};  // leaks
}

Result<Kiln> open(const Plan& plan) {
  Kiln kiln{
      .name = "a { b", .heat = TRY_IN(plan.name, heat_of(plan)),  // leaks
  };
  if (plan.is_large) return Kiln{plan.name, {TRY(first(plan))}};  // leaks
  kiln.pots = {plan.pot(), fired(TRY(first(plan)), kDry)};        // leaks
  return std::pair<Kiln, Pot>{kiln, TRY(last(plan))};             // leaks
}
