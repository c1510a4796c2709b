UPDATE municipalities SET teachers_per_methodologist_least = 100, teachers_per_methodologist_most = 120;
SELECT COUNT(*) FROM school_kinds;
