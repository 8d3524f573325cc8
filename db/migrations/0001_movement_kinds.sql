ALTER TABLE "money_movements" ADD CONSTRAINT "money_movements_kind" CHECK (case "money_movements"."kind"
        when 'transfer' then num_nonnulls("money_movements"."collaboration_id", "money_movements"."creator_id") = 2 and "money_movements"."clawback_id" is null
        when 'refund' then num_nonnulls("money_movements"."collaboration_id", "money_movements"."creator_id", "money_movements"."clawback_id") = 0
        when 'reversal' then num_nonnulls("money_movements"."collaboration_id", "money_movements"."creator_id", "money_movements"."clawback_id") = 3
        else false
      end);