"""Grades, and gradebooks as Canvas, Moodle and Blackboard export them."""

from autograder.course.identities import Identity

GRADES = """\
student,convolution,tophat,total,possible
ada,25,30,55,55
ben,20,0,20,55
cleo,0,12.5,12.5,55
"""
IDENTITIES = (
    Identity("ada", "Ada Example", "3031", "ada@example.org"),
    Identity("ben", "Ben Example", "3032", "ben@example.org"),
    Identity("cleo", "Ada Example", "3033", "cleo@example.org"),
)
CANVAS = '''\
Student,ID,SIS User ID,SIS Login ID,Section,convolution (12345),tophat (12346),Current Score\r
,,,,,Manual Posting,,\r
    Points Possible,,,,,25,30,(read only)\r
"Example, Ada",340934,3031,ada@example.org,Image Processing,,EX,"1,5"\r
"Example, ""Ben""",340935,3032,BEN@example.org,"Image\r
Processing",19.00,,\r
"Example, Cleo",340936,3033,cleo@example.org,Image Processing,0.00,N/A,\r
"Student, Test",340937,,74e,Image Processing,,,\r
'''
MOODLE = """\
"First name",Surname,"ID number","Email address","Assignment: convolution (Real)","Last download"
Ada,Example,3031,ada@example.org,-,1769860800
Ben,Example,3032,ben@example.org,"20,00",1769860800
Dora,Example,3034,dora@example.org,-,1769860800
"""
BLACKBOARD = (
    '"Last Name"\t"Username"\t"Student ID"\t"convolution [Total Pts: 25 Score] |98765"\t"Notes"\r\n'
    '"Example"\t"ada"\t"3031"\t""\t""\r\n'
    '"Ex\u00e4mple"\t"ben"\t"3032"\t"Needs Grading"\t"a\r\nb"\r\n'
)
